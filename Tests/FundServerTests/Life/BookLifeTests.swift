import FundAPI
import FundStore
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

@Test func `the cash is counted, and its difference booked by another hand`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let cash = Bergulir_V1_CashCountService.Client(wrapping: daemon.client)
    let counted = try await cash.recordCashCount(
      .with {
        $0.write = writing(on: "2016-02-01")
        $0.parent = malabutor
        $0.counted = 2_500
        $0.witness = "persons/\(daemon.world.manager.value)"
        $0.note = "laci"
      }, metadata: desks.cashier)
    #expect(counted.receipt.name == malabutor + "/cash-counts/1")
    #expect(counted.ledger == 0 && counted.difference == 2_500)
    let booked = try await cash.bookCashDifference(
      .with {
        $0.write = writing(on: "2016-02-02")
        $0.name = counted.receipt.name
      }, metadata: desks.bookkeeper)
    #expect(booked.difference == 2_500 && booked.receipt.vouchers.count == 1)
    let listed = try await cash.listCashCounts(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-02"
      }, metadata: desks.coordinator
    ).cashCounts
    #expect(listed.map(\.voucher) == booked.receipt.vouchers)
    #expect(listed.map(\.note) == ["laci"] && listed.map(\.difference) == [2_500])
    let own = await problem {
      _ = try await cash.recordCashCount(
        .with {
          $0.write = writing(on: "2016-02-03")
          $0.parent = malabutor
          $0.counted = 2_500
          $0.witness = "persons/\(daemon.world.cashier.value)"
        }, metadata: desks.cashier)
    }
    #expect(own?.first.reason == "WITNESS_IS_COUNTER")
  }
}

@Test func `a month of the bank is held against its statement, dry and for good`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let bank = Bergulir_V1_ReconciliationService.Client(wrapping: daemon.client)
    let opening = FundWorld.capital.amount
    var request = Bergulir_V1_ReconcileBankRequest.with {
      $0.write = writing(on: "2016-02-05")
      $0.parent = malabutor
      $0.account = 11021
      $0.month = "2016-01"
      $0.lines = [
        .with {
          $0.line = 2
          $0.date = "2016-01-31"
          $0.text = "BUNGA"
          $0.amount = 12
          $0.balance = opening + 12
        }
      ]
    }
    let dry = try await bank.reconcileBank(
      .with {
        $0 = request
        $0.write.validateOnly = true
      }, metadata: desks.bookkeeper)
    #expect(dry.receipt.dryRun && dry.receipt.name.isEmpty)
    #expect(dry.reconciliation.onlyInBank == 1 && !dry.reconciliation.isReconciled)
    let done = try await bank.reconcileBank(request, metadata: desks.bookkeeper)
    #expect(done.reconciliation.name == malabutor + "/reconciliations/1")
    #expect(done.reconciliation.statementBalance == opening + 12)
    #expect(done.reconciliation.adjustedLedger == opening + 12)
    let shown = try await bank.getReconciliation(
      .with {
        $0.parent = malabutor
        $0.account = 11021
        $0.month = "2016-01"
      }, metadata: desks.manager)
    #expect(shown.items.map(\.side) == ["onlyInBank"] && shown.items.map(\.text) == ["BUNGA"])
    let listed = try await bank.listReconciliations(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-02-05"
      }, metadata: desks.coordinator)
    #expect(listed.reconciliations.map(\.version) == [1] && listed.nextPageToken.isEmpty)
    request.write = writing(on: "2016-02-06")
    request.lines[0].balance = opening + 13
    request.account = 11010
    let wrong = await problem {
      _ = try await bank.reconcileBank(request, metadata: desks.bookkeeper)
    }
    #expect(wrong?.first.reason == "ACCOUNT_NOT_BANK")
    let missing = await problem {
      _ = try await bank.getReconciliation(
        .with { ($0.parent, $0.account, $0.month) = (malabutor, 11022, "2016-01") },
        metadata: desks.manager)
    }
    #expect(missing?.status == .notFound)
  }
}

@Test func `an asset is registered, depreciated once a month and listed`() async throws {
  try await Daemon.serving { daemon in
    let desks = try await Desks(daemon)
    let assets = Bergulir_V1_AssetService.Client(wrapping: daemon.client)
    let posted = try await daemon.world.store.run(
      PostJournal(
        upk: daemon.world.upk.id,
        lines: [
          PostJournal.Line(
            number: 1, day: day("2016-01-04"), description: "Bunga", debit: .bank,
            credit: .otherIncome, amount: Rupiah(2_000_000), reference: nil),
          PostJournal.Line(
            number: 2, day: day("2016-01-05"), description: "Printer", debit: .equipment,
            credit: .bank, amount: Rupiah(1_000_000), reference: nil),
        ]), daemon.world.fixture.request(by: daemon.world.bookkeeper))
    let registered = try await assets.registerAsset(
      .with {
        $0.write = writing(on: "2016-01-06")
        $0.parent = malabutor
        $0.displayName = "Printer"
        $0.cost = 1_000_000
        $0.boughtOn = "2016-01-05"
        $0.life = 36
        $0.voucher = posted.vouchers[1]
      }, metadata: desks.bookkeeper)
    #expect(registered.receipt.name == malabutor + "/assets/1")
    func depreciate(_ month: String) async throws -> Bergulir_V1_DepreciateAssetsResponse {
      try await assets.depreciateAssets(
        .with {
          $0.write = writing(on: "")
          $0.parent = malabutor
          $0.month = month
        }, metadata: desks.bookkeeper)
    }
    let done = try await depreciate("2016-02")
    #expect(done.assets == 1 && done.amount == 27_777 && done.receipt.vouchers.count == 1)
    let again = await problem { _ = try await depreciate("2016-02") }
    #expect(again?.first.reason == "ALREADY_EXISTS")
    let listed = try await assets.listAssets(
      .with {
        $0.parent = malabutor
        $0.asOf = "2016-03-31"
      }, metadata: desks.coordinator
    ).assets
    #expect(listed.map(\.bookValue) == [972_223] && listed.map(\.missing) == [27_777])
    #expect(listed.map(\.displayName) == ["Printer"])
  }
}
