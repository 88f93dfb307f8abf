import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf

@testable import FundServer

/// The officers of the small world, each with a token.
struct Desks: Sendable {
  let cashier: Metadata
  let loanOfficer: Metadata
  let manager: Metadata
  let coordinator: Metadata
  let bookkeeper: Metadata
  let administrator: Metadata

  init(_ daemon: Daemon) async throws {
    cashier = try await daemon.token(of: daemon.world.cashier)
    loanOfficer = try await daemon.token(of: daemon.world.loanOfficer)
    manager = try await daemon.token(of: daemon.world.manager)
    coordinator = try await daemon.token(of: daemon.world.coordinator)
    bookkeeper = try await daemon.token(of: daemon.world.bookkeeper)
    administrator = try await daemon.administrator()
  }
}

/// The name of the UPK of the small world.
let malabutor = "upks/malabutor"

extension Bergulir_V1_Share {
  /// The same share for the members 1 to 5.
  static func five(_ amount: Int64) -> [Bergulir_V1_Share] {
    (Int64(1)...5).map { number in
      .with {
        $0.member = number
        $0.amount = amount
      }
    }
  }
}

extension Bergulir_V1_SubmitApplicationRequest {
  /// Five million for ten months, each of five members with the same share.
  static func ofFive(_ ksm: String, on day: String = "2016-01-10") -> Self {
    .with {
      $0.write = writing(on: day)
      $0.parent = ksm
      $0.amount = 5_000_000
      $0.shares = Bergulir_V1_Share.five(1_000_000)
      $0.months = 10
      $0.purpose = "productiveBusiness"
      $0.papers = ApplicationPaper.allCases.map(\.rawValue)
    }
  }
}

extension Bergulir_V1_Appraisal {
  /// Appraisals of the members 1 to 5, who can repay whatever is asked of them.
  static let five: [Bergulir_V1_Appraisal] = (Int64(1)...5).map { number in
    .with {
      $0.member = number
      $0.scores = [4, 4, 3, 5, 4]
      $0.income = 9_000_000
      $0.livingCost = 1_000_000
    }
  }
}

extension Bergulir_V1_RecordRepaymentRequest {
  /// A repayment of 20 February 2016 on the first loan.
  static func ofFirstLoan(_ amount: Int64) -> Self {
    .with {
      $0.write = writing(on: "2016-02-20")
      $0.name = malabutor + "/loans/1"
      $0.amount = amount
    }
  }
}
