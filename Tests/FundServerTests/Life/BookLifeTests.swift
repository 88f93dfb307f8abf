import FundAPI
import FundTesting
import GRPCCore
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

@Test func `a manual voucher is taken back by another person, once`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let journal = Bergulir_V1_JournalService.Client(wrapping: daemon.client)
    let posted = try await journal.postJournal(
      .with {
        $0.write = writing(on: "")
        $0.parent = malabutor
        $0.vouchers = [
          .with {
            $0.line = 2
            $0.date = "2016-02-01"
            $0.description_p = "Bunga bank"
            $0.debit = 11021
            $0.credit = 41020
            $0.amount = 5_000
          }
        ]
      }, metadata: desks.bookkeeper)
    let voucher = try #require(posted.receipt.vouchers.first)
    let request = Bergulir_V1_ReverseVoucherRequest.with {
      $0.write = writing(on: "2016-02-03")
      $0.parent = malabutor
      $0.voucher = voucher
      $0.reason = "salah bulan"
    }
    let own = await problem {
      _ = try await journal.reverseVoucher(request, metadata: desks.bookkeeper)
    }
    #expect(own?.first.reason == "REVERSER_IS_RECORDER")
    let reversed = try await journal.reverseVoucher(request, metadata: desks.manager)
    #expect(reversed.receipt.verb == "reversed" && reversed.receipt.vouchers.count == 1)
    let again = await problem {
      _ = try await journal.reverseVoucher(
        .with {
          $0 = request
          $0.write = writing(on: "2016-02-04")
        }, metadata: desks.manager)
    }
    #expect(again?.first.reason == "VOUCHER_REVERSED")
    #expect(again?.facts["reversal"] == reversed.receipt.vouchers.first)
    let listed = try await journal.listVouchers(
      .with {
        $0.parent = malabutor
        $0.from = "2016-02-01"
      }, metadata: desks.coordinator
    ).vouchers
    #expect(listed.map(\.reversedBy) == [reversed.receipt.vouchers[0], ""])
    #expect(listed.map(\.reverses) == ["", voucher])
    let unread = await problem {
      _ = try await journal.reverseVoucher(
        .with {
          $0 = request
          $0.voucher = "KM-1"
        }, metadata: desks.manager)
    }
    #expect(unread?.first.reason == "FIELD_INVALID")
  }
}

@Test func `an account that was opened is listed with its balance`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let accounts = Bergulir_V1_AccountService.Client(wrapping: daemon.client)
    let request = Bergulir_V1_OpenAccountRequest.with {
      $0.write = writing(on: "2016-02-01")
      $0.parent = malabutor
      $0.code = 51031
      $0.displayName = "Materai"
    }
    let opened = try await accounts.openAccount(request, metadata: desks.bookkeeper)
    #expect(opened.receipt.name == malabutor + "/accounts/51031")
    #expect(opened.receipt.verb == "opened" && opened.receipt.vouchers.isEmpty)
    let listed = try await accounts.listAccounts(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-01"
      }, metadata: desks.coordinator
    ).accounts
    #expect(listed.first { $0.code == 51031 }?.displayName == "Materai")
    let money = await problem {
      _ = try await accounts.openAccount(
        .with {
          $0 = request
          $0.write = writing(on: "2016-02-01")
          $0.code = 11023
        }, metadata: desks.manager)
    }
    #expect(money?.first.reason == "ACCOUNT_NOT_EXTENSIBLE" && money?.status == .invalidArgument)
  }
}
