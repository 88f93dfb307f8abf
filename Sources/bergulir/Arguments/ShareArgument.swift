import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// One member's share, `1=822000`, or the same for every member, `all=822000`.
struct ShareArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.share

  let holder: Holder
  let amount: Rupiah

  enum Holder: Hashable, Sendable {
    case member(Int64)
    case everyMember
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let amount = Money(argument: String(parts[1])) else { return nil }
    self.amount = amount.rupiah
    if parts[0] == "all" {
      holder = .everyMember
    } else if let number = Int64(parts[0]), number > 0 {
      holder = .member(number)
    } else {
      return nil
    }
  }
}

extension [ShareArgument] {
  /// Whether the members must be known before the shares are.
  var namesEveryMember: Bool { contains { $0.holder == .everyMember } }

  /// The shares for the wire; `all` is one share for each of the members given.
  func wire(members: [Int64]) -> [Bergulir_V1_Share] {
    flatMap { share in
      let holders: [Int64] =
        switch share.holder {
        case .member(let number): [number]
        case .everyMember: members
        }
      return holders.map { holder in
        Bergulir_V1_Share.with {
          $0.member = holder
          $0.amount = share.amount.amount
        }
      }
    }
  }

  /// Whether `all` stands alone, as it must.
  var isClear: Bool { !namesEveryMember || count == 1 }
}
