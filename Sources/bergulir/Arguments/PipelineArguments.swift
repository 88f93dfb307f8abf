import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// Papers of an application, `form,memberList`, or `all` five.
struct PaperNames: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.paperNames

  let names: [String]

  init?(argument: String) {
    let parts =
      argument == "all"
      ? ApplicationPaper.allCases.map(\.rawValue)
      : argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ ApplicationPaper(rawValue: $0) != nil }) else { return nil }
    names = parts
  }
}

/// A member's appraisal, `1=4,4,3,5,4:1500000,900000,0`, or the same for every member, `all=…`.
struct AppraisalArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.appraisal

  /// `nil` for every member.
  let member: Int64?
  let scores: [Int32]
  /// Income, cost of living, other installments.
  let amounts: [Rupiah]

  init?(argument: String) {
    let halves = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let scores = parts[0].split(separator: ",", omittingEmptySubsequences: false)
      .map { isDigits($0) ? Int32($0) : nil }
    let amounts = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      .map { Money(argument: String($0))?.rupiah }
    let number = Int64(halves[0])
    guard halves[0] == "all" || number.map({ $0 > 0 }) ?? false, scores.count == 5,
      amounts.count == 3, !scores.contains(nil), !amounts.contains(nil)
    else { return nil }
    member = number
    self.scores = scores.compactMap(\.self)
    self.amounts = amounts.compactMap(\.self)
  }
}

extension [AppraisalArgument] {
  /// Whether `all` stands alone, as it must.
  var isClear: Bool { count < 2 || !contains { $0.member == nil } }

  /// The appraisals for the wire; `all` is one for each of the members given.
  func wire(members: [Int64]) -> [Bergulir_V1_Appraisal] {
    flatMap { appraisal in
      (appraisal.member.map { [$0] } ?? members).map { member in
        Bergulir_V1_Appraisal.with {
          $0.member = member
          $0.scores = appraisal.scores
          $0.income = appraisal.amounts[0].amount
          $0.livingCost = appraisal.amounts[1].amount
          $0.otherInstallments = appraisal.amounts[2].amount
        }
      }
    }
  }
}

/// A step of an approval chain, `manager` or `bkmMember=2,5,10000000,12.5`.
struct ChainStepArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.chainStep

  let wire: Bergulir_V1_ApprovalStep

  /// The days for a step for which none are given.
  private static let usualDays: Int32 = 3

  init?(argument: String) {
    let halves = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), let role = Role(rawValue: String(halves[0])) else {
      return nil
    }
    let parts =
      halves.count == 1 ? [] : halves[1].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 4 else { return nil }
    var step = Bergulir_V1_ApprovalStep()
    step.role = role.rawValue
    step.quorum = 1
    step.deadlineDays = ChainStepArgument.usualDays
    for (place, part) in parts.enumerated() {
      guard ChainStepArgument.set(String(part), at: place, in: &step) else { return nil }
    }
    wire = step
  }

  private static func set(
    _ text: String, at place: Int, in step: inout Bergulir_V1_ApprovalStep
  ) -> Bool {
    switch place {
    case 0:
      guard isDigits(text[...]), let count = Int32(text) else { return false }
      step.quorum = count
    case 1:
      guard isDigits(text[...]), let days = Int32(text) else { return false }
      step.deadlineDays = days
    case 2:
      guard let amount = Money(argument: text) else { return false }
      step.fromAmount = amount.rupiah.amount
    default:
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), parts.allSatisfy(isDigits),
        parts.count == 1 || parts[1].count == 1,
        let tenths = Int32(parts[0] + (parts.count == 2 ? parts[1] : "0"))
      else { return false }
      step.fromParThousandths = tenths
    }
    return true
  }
}
