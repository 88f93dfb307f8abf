import FundAPI
import FundStore
import FundTesting
import GRPCCore
import Logging
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A question about more time than anybody has books of.
struct LongQuestion: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let ask: @Sendable (Daemon.Client, Desks, _ firstYear: String) async throws -> Void

  init(
    _ what: String,
    _ ask:
      @escaping @Sendable (
        _ client: Daemon.Client, _ desks: Desks, _ firstYear: String
      ) async throws -> Void
  ) {
    testDescription = what
    self.ask = ask
  }

  static let refused: [LongQuestion] = [
    LongQuestion("indicators") { client, desks, first in
      _ = try await Bergulir_V1_IndicatorService.Client(wrapping: client).getIndicatorHistory(
        .with {
          $0.parent = malabutor
          $0.from = first + "-12"
          $0.until = "2016-12"
        }, metadata: desks.manager)
    },
    LongQuestion("a ledger") { client, desks, first in
      _ = try await Bergulir_V1_ReportService.Client(wrapping: client).getLedger(
        .with {
          $0.parent = malabutor
          $0.account = 11_010
          $0.from = first + "-12-31"
        }, metadata: desks.manager)
    },
    LongQuestion("money received") { client, desks, first in
      _ = try await Bergulir_V1_ReportService.Client(wrapping: client).getMoneyRecord(
        .with {
          $0.parent = malabutor
          $0.direction = "received"
          $0.from = first + "-12-31"
        }, metadata: desks.manager)
    },
    LongQuestion("who did what") { client, desks, first in
      _ = try await Bergulir_V1_ActivityService.Client(wrapping: client).listActivity(
        .with {
          $0.parent = malabutor
          $0.from = first + "-12-31"
          $0.until = "2016-12-31"
        }, metadata: desks.administrator)
    },
    LongQuestion("a trend") { client, desks, first in
      _ = try await Bergulir_V1_ActivityService.Client(wrapping: client).getTrend(
        .with {
          $0.parent = "regions/92.71.03"
          $0.from = first + "-12"
          $0.until = "2016-12"
        }, metadata: desks.administrator)
    },
  ]

  static let answered: [LongQuestion] = [
    LongQuestion("an income statement") { client, desks, _ in
      _ = try await Bergulir_V1_ReportService.Client(wrapping: client).getIncomeStatement(
        .with {
          $0.parent = malabutor
          $0.asOf = "1900-01-01"
        }, metadata: desks.manager)
    },
    LongQuestion("the reserve") { client, desks, _ in
      _ = try await Bergulir_V1_ReportService.Client(wrapping: client).getReserve(
        .with {
          $0.parent = malabutor
          $0.asOf = "1900-01-01"
        }, metadata: desks.manager)
    },
    LongQuestion("the state of things") { client, desks, _ in
      _ = try await Bergulir_V1_ReportService.Client(wrapping: client).getQuickStatus(
        .with {
          $0.parent = malabutor
          $0.asOf = "1900-01-01"
        }, metadata: desks.manager)
    },
    LongQuestion("closed months") { client, desks, _ in
      _ = try await Bergulir_V1_PeriodService.Client(wrapping: client).listPeriods(
        .with {
          $0.parent = malabutor
          $0.from = "1900-01"
          $0.until = "2999-12"
        }, metadata: desks.manager)
    },
    LongQuestion("vouchers") { client, desks, _ in
      _ = try await Bergulir_V1_JournalService.Client(wrapping: client).listVouchers(
        .with {
          $0.parent = malabutor
          $0.from = "1900-01-01"
          $0.until = "2999-12-31"
        }, metadata: desks.manager)
    },
  ]
}

@Suite(.timeLimit(.minutes(2))) struct LoadTests {
  @Test func `of a flood what cannot wait is told when to come back, and the others are answered`()
    async throws
  {
    let (calls, waiting, readers) = (60, 4, 2)
    try await Daemon.servingLenders { daemon in
      let fixture = daemon.world.fixture
      let token = try await daemon.token(of: daemon.world.manager)
      let store = try await FundStore.open(
        .init(
          connectionString: fixture.connectionString, readers: readers, queueLimit: waiting),
        keys: try PersonalDataKeys(fileContents: FundFixture.keysFile),
        logger: Logger(label: "store") { _ in SwiftLogNoOpLogHandler() })
      try await Daemon.serving(store, today: fixture.today) { client in
        let (results, result) = AsyncStream.makeStream(of: Problem?.self)
        var ends = results.makeAsyncIterator()
        let flood = try await Outsider(fixture: fixture).holding(
          "lock table fund.ksm in access exclusive mode"
        ) {
          let flood = Task {
            await withTaskGroup(of: Void.self) { group in
              for _ in 0..<calls {
                group.addTask {
                  result.yield(
                    await problem {
                      _ = try await Bergulir_V1_KSMService.Client(wrapping: client).listKSMs(
                        .with { $0.parent = malabutor }, metadata: token)
                    })
                }
              }
            }
          }
          for _ in 0..<(calls - waiting - readers) {
            let refused = try #require(await ends.next() ?? nil)
            #expect(refused.status == .resourceExhausted)
            #expect(refused.first.reason == "OVERLOADED")
            #expect(refused.facts["retry_after_ms"] == "500")
          }
          _ = try await Bergulir_V1_ServerService.Client(wrapping: client).getServerInfo(.init())
          return flood
        }
        await flood.value
        result.finish()
        var answered = 0
        while let end = await ends.next() { answered += end == nil ? 1 : 0 }
        #expect(answered >= readers)
        #expect(answered <= waiting + readers)
      }
      await store.close()
    }
  }

  @Test func `a question about a thousand years is refused, or has a short answer`() async throws {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      for (firstYear, reason) in [("1016", "FIELD_INVALID"), ("1900", "RANGE_TOO_LONG")] {
        for question in LongQuestion.refused {
          let found = await problem { try await question.ask(daemon.client, desks, firstYear) }
          #expect(found?.status == .invalidArgument, "\(question.testDescription)")
          #expect(found?.first.reason == reason, "\(question.testDescription)")
        }
      }
      for question in LongQuestion.answered {
        await #expect(throws: Never.self, "\(question.testDescription)") {
          try await question.ask(daemon.client, desks, "")
        }
      }
      let ahead = await problem {
        _ = try await Bergulir_V1_ReportService.Client(wrapping: daemon.client).getIncomeStatement(
          .with {
            $0.parent = malabutor
            $0.asOf = "2999-12-31"
          }, metadata: desks.manager)
      }
      #expect(ahead?.first.reason == "DAY_IN_FUTURE")
    }
  }

  @Test func `a sheet of ten thousand lines is refused by its limit, and others are answered`()
    async throws
  {
    try await Daemon.servingLenders { daemon in
      let desks = try await Desks(daemon)
      let before = try await vouchers(daemon, desks)
      async let sheet = problem {
        _ = try await Bergulir_V1_RepaymentService.Client(wrapping: daemon.client).recordSheet(
          .with {
            $0.write = writing(on: "2016-12-31")
            $0.parent = malabutor
            $0.lines = (1...10_000).map { number in
              .with {
                $0.loan = "\(malabutor)/loans/1"
                $0.amount = Int64(number)
              }
            }
          }, metadata: desks.cashier)
      }
      async let journal = problem {
        _ = try await Bergulir_V1_JournalService.Client(wrapping: daemon.client).postJournal(
          .with {
            $0.write = writing()
            $0.parent = malabutor
            $0.vouchers = (1...10_000).map { number in
              .with {
                $0.line = Int32(number)
                $0.date = "2016-12-31"
                $0.description_p = "Beban"
                $0.debit = 51_060
                $0.credit = 11_021
                $0.amount = Int64(number)
              }
            }
          }, metadata: desks.bookkeeper)
      }
      for _ in 0..<20 {
        _ = try await Bergulir_V1_KSMService.Client(wrapping: daemon.client).listKSMs(
          .with { $0.parent = malabutor }, metadata: desks.manager)
      }
      let (lines, posted) = (await sheet, await journal)
      #expect(lines?.first.reason == "FIELD_INVALID")
      #expect(lines?.facts["field"] == "lines" && lines?.facts["expected"] == "1..200")
      #expect(posted?.first.reason == "TOO_MANY_VOUCHERS")
      #expect(posted?.facts["limit"] == "1000")
      #expect(try await vouchers(daemon, desks) == before)
    }
  }

  private func vouchers(
    _ daemon: Daemon, _ desks: Desks
  ) async throws -> [Bergulir_V1_Voucher] {
    try await Bergulir_V1_JournalService.Client(wrapping: daemon.client).listVouchers(
      .with { $0.parent = malabutor }, metadata: desks.manager
    ).vouchers
  }
}
