public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_AnnualPack {
  /// The pack's main figures, with the page that was made from all of them.
  public init(_ pack: AnnualPack, _ sheet: AnnualSheet, of upk: Code) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    year = Int32(clamping: pack.year)
    asOf = pack.balance.asOf.description
    isClosed = pack.isClosed
    assets = pack.balance.totalAssets.amount
    capital = pack.board.capital.total.amount
    outstanding = pack.lending.closing.amount
    lent = pack.lending.lent.amount
    income = pack.board.income.amount
    cost = pack.board.cost.amount
    indicators = pack.indicators.last?.all.map(Bergulir_V1_Indicator.init) ?? []
    reserve = Bergulir_V1_ReserveReading(pack.reserve)
    available = pack.proposal.available.amount
    isDecided = pack.proposal.isDecided
    parts = pack.proposal.lines.map(Bergulir_V1_ProfitPart.init)
    page = sheet.html
  }
}
