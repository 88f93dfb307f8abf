internal import Libpq
internal import RevolvingFund

/// The statements that read the whole books of a UPK.
enum BookFileStatements {
  /// Persons who are members of a UPK's groups, now or before, sealed.
  static let members = Statement(
    "book-file.members",
    """
    select distinct m.person_id from fund.member m where m.upk_id = $1::bigint
    order by m.person_id
    """)

  static let purposes = Statement(
    "book-file.purposes",
    """
    select l.number, a.purpose, a.business_stage
    from fund.loan l
    join fund.application a on a.upk_id = l.upk_id and a.number = l.application
    where l.upk_id = $1::bigint order by l.number
    """)

  static let groups = Statement(
    "book-file.groups",
    """
    select k.number from fund.ksm k where k.upk_id = $1::bigint order by k.number
    """)

  /// What assets lost, by asset and month, with the voucher that booked it.
  static let losses = Statement(
    "book-file.losses",
    """
    select d.asset, d.month, d.amount, d.voucher_kind, d.voucher_year, d.voucher_number
    from fund.depreciation d where d.upk_id = $1::bigint order by d.asset, d.month
    """)

  static let all = [members, purposes, groups, losses]
}
