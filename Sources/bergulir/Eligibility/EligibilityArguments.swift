import ArgumentParser
import FundAPI
import RevolvingFund

/// A UPK, `malabutor`, or one of its groups, `malabutor/1`; either by its whole name too.
struct TestedArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.tested

  let name: ResourceName
  /// As it was typed, for the next command.
  let text: String

  init?(argument: String) {
    guard let name = UPKArgument(argument: argument)?.name ?? KSMArgument(argument: argument)?.name
    else { return nil }
    self.name = name
    text = argument
  }
}

/// Numbers of members, `1,2,5`, or `all`.
enum MemberNumbers: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.memberNumbers

  case all
  case numbers([Int64])

  init?(argument: String) {
    guard argument != "all" else {
      self = .all
      return
    }
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int64($0) }.filter { $0 > 0 }
    guard numbers.count == parts.count, Set(numbers).count == numbers.count else { return nil }
    self = .numbers(numbers)
  }
}

/// Items of a member, `poor,business`, or `all` eight.
struct ItemNames: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.itemNames

  let names: [String]

  init?(argument: String) {
    let parts =
      argument == "all"
      ? MemberItem.allCases.map(\.rawValue)
      : argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ MemberItem(rawValue: $0) != nil }) else { return nil }
    names = parts
  }
}

/// A region's code, such as `92.71`.
struct RegionArgument: Hashable, Sendable, TypedArgument {
  static let form = ArgumentForm.region

  let code: RegionCode

  init?(argument: String) {
    guard let code = RegionCode(argument) else { return nil }
    self.code = code
  }
}
