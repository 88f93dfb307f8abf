import FundTesting
import RevolvingFund

// The steps, in the order in which a real ward would take them.
extension NewWard {
  static let wardCures: [Cure] = [
    Cure("R-002") { try await $0.appoint("consultant", .provinceConsultant) },
    Cure("R-003") { ward in
      try await ward.appoint("facilitator", .facilitator)
      try await ward.appoint("volunteer", .volunteer)
    },
    Cure("R-004") { ward in
      try await ward.setCharter([:])
      try await ward.attest(.boardFormed)
    },
    // A new charter has to be tested anew.
    Cure("R-005", raising: ["R-004"]) { try await $0.setCharter([.povertyTool: "Pasal 4"]) },
    Cure("R-006") { try await $0.setCharter([.povertyTool: "Pasal 4", .lendingOnly: "Pasal 5"]) },
    Cure("R-007") {
      try await $0.setCharter([
        .povertyTool: "Pasal 4", .lendingOnly: "Pasal 5", .incomeForUnitOnly: "Pasal 9",
      ])
    },
    Cure("R-004") { try await $0.attest(.boardFormed) },
    Cure("R-009", raising: ["R-066"]) { ward in
      _ = try await ward.run(
        SetPolicy(policy: ward.policy, day: ward.today))
    },
    Cure("R-015") { ward in
      try await ward.appoint("supervisor", .supervisor, .male, minutes: "BA-02")
      try await ward.appoint("supervisor 2", .supervisor, .female, minutes: "BA-02")
    },
    Cure("R-016") { ward in
      for name in ["supervisor", "supervisor 2"] { try await ward.file(name, duties: "SK-02") }
      try await ward.train(["supervisor", "supervisor 2"], .supervision)
    },
    Cure("R-017") { ward in
      try await ward.appoint("manager", .manager)
      try await ward.appoint("officer", .loanOfficer)
    },
    Cure("R-008") { ward in
      for name in ["manager", "officer"] { try await ward.file(name, duties: "SK-03") }
      try await ward.train(["manager", "officer"], .unitOperation)
    },
    Cure("R-018") { ward in
      for name in ["manager", "officer"] {
        _ = try await ward.run(
          AcknowledgePolicy(upk: ward.upk.id, version: 1, day: ward.today), as: name)
      }
    },
    Cure("R-014") { ward in
      _ = try await ward.run(
        PlanRepair(
          upk: ward.upk.id, repair: .openBoardAccount, responsible: ward.person("manager"),
          due: ward.today.addingDays(30), note: "", day: ward.today))
      try await ward.appoint("boardMember", .bkmMember, minutes: "BA-00")
      try await ward.appoint("coordinator", .bkmCoordinator, minutes: "BA-00")
      try await ward.train(["boardMember", "coordinator"], .institution)
    },
    Cure("R-019") { ward in
      for name in ["manager", "boardMember", "coordinator"] {
        try await ward.appoint(name, .signatory, minutes: "BA-03")
      }
      try await ward.attest(.accountSignatories)
    },
    Cure("R-020") { ward in
      _ = try await ward.run(
        ReceiveCapital(
          upk: ward.upk.id, source: .p2kp, amount: Rupiah(20_000_000), reference: nil,
          day: ward.today))
    },
    Cure("R-022") { try await $0.attest(.bookkeepingQuality) },
    Cure("R-010") { try await $0.attest(.topUpRight) },
  ]

  /// What a group meets before it asks.
  ///
  /// Members come one by one; what is counted of them is cured by numbers.
  static let groupCures: [Cure] = [
    Cure(raising: ["B-07", "B-08", "B-09"]) { try await $0.addMember("indebted", .female) },
    Cure("B-01", raising: ["B-10"]) { try await $0.addMember("supervisor", .male) },
    Cure { try await $0.addMember("third", .male) },
    Cure(raising: ["B-03"]) { try await $0.addMember("fourth", .male) },
    Cure("B-02") { try await $0.addMember("fifth", .male) },
    Cure("B-03") { try await $0.addMember("sixth", .female) },
    Cure("B-05") { ward in
      for _ in 1...3 {
        _ = try await ward.run(
          DepositSavings(
            ksm: ward.ksm, amount: Rupiah(10_000), account: .savingsCash, reference: nil,
            day: ward.today))
        ward.wait(until: ward.today.addingMonths(1))
      }
    },
    Cure("B-04") { try await $0.attest(.groupFormed, members: []) },
    Cure("B-06") { ward in
      let names = ["indebted", "supervisor", "third", "fourth", "fifth", "sixth"]
      for topic in [TrainingTopic.revolvingLoan, .entrepreneurship, .householdEconomy] {
        try await ward.train(names, topic)
      }
      try await ward.attest(.groupPrepared, members: [])
    },
  ]

  static let lastCures: [Cure] = [
    Cure("B-08") {
      try await $0.attest(.memberSuitable, members: [1, 2, 3, 4, 5, 6], items: [.poor])
    },
    Cure("B-07") {
      try await $0.attest(
        .memberSuitable, members: [1, 2, 3, 4, 5, 6], items: Set(MemberItem.allCases))
    },
    Cure("B-10") { try await $0.attest(.officerBorrows, members: [2]) },
    Cure("R-066") { try await $0.attest(.savingsAccount, members: []) },
    Cure("B-09") { try await $0.repayOther() },
  ]

  private var policy: LendingPolicy {
    LendingPolicy(
      upk: upk.id, version: 0, validFrom: today, borrowerCriteria: "Pasal 2",
      firstLoanCeiling: Rupiah(1_000_000), laterLoanCeiling: Rupiah(2_000_000), shortestTerm: 3,
      longestTerm: 12, rate: MonthlyRate(millionths: 15_000), method: .flat, roundUnit: 1,
      earlySettlement: .waive, reserveScheme: .none, jointLiability: "Pasal 8",
      savingsAccount: .group, startUps: nil, reason: "Keputusan rapat warga",
      minutes: "BA-01")
  }
}
