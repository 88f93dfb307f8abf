import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// What came for one member's share, `3=140000`, and who brought it, `5=100000:1`.
struct MemberPaymentArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.memberPayment

  let payment: MemberPayment

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let member = Int64(parts[0]), member > 0 else { return nil }
    let paid = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard paid.count <= 2, let amount = Money(argument: String(paid[0])) else { return nil }
    var payer = member
    if paid.count == 2 {
      guard let number = Int64(paid[1]), number > 0 else { return nil }
      payer = number
    }
    payment = MemberPayment(member: member, payer: payer, amount: amount.rupiah)
  }

  var wire: Bergulir_V1_MemberPayment { Bergulir_V1_MemberPayment(payment) }
}

/// A receipt by its number, `KW-2016-0001`.
struct ReceiptArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.receipt

  let number: ReceiptNumber

  init?(argument: String) {
    guard let number = ReceiptNumber(argument) else { return nil }
    self.number = number
  }
}
