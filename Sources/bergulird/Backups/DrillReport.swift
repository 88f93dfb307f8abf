import ArgumentParser
import BooksVerification
import Foundation
import FundStore

/// What a drill found.
struct DrillReport: Sendable {
  let backup: BackupRecord
  let lastSegment: String
  let restoring: Duration
  let verifying: Duration
  let books: RestoredBooks
  /// The UPK whose chains do not have what they had when the backup was begun.
  let lost: [Int64]
  /// Those whose books are not what they must be.
  let findings: [Verification]
  /// `nil` where no key file was named.
  let key: KeyFit?

  /// What people and scripts read: a word, a tab, and what there is to it.
  func lines(now: Date) -> [String] {
    let age = Moment.length(seconds: max(0, Int(now.timeIntervalSince(backup.begun))))
    return [
      "backup\t\(backup.name), \(age) old", "log\tup to \(lastSegment)",
      "newest\t\(books.newestEvent ?? "no event")",
      "restored\tin \(Moment.length(seconds: Int(restoring.components.seconds)))",
      "books\t\(books.upks) UPK, \(books.events) events, \(books.vouchers) vouchers",
      "verified\tin \(Moment.length(seconds: Int(verifying.components.seconds)))",
    ] + lost.map { "lost\tUPK \($0): its chain lacks what it had" }
      + findings.flatMap(Self.lines) + ["key\t\(keyLine)"]
  }

  private static func lines(_ verification: Verification) -> [String] {
    verification.findings.prefix(10).map {
      "wrong\tUPK \(verification.upk): \($0.control.rawValue) \($0.place) \($0.what)"
    }
  }

  private var keyLine: String {
    switch key {
    case .opens: "opens what was sealed last"
    case .opensNot: "DOES NOT OPEN what was sealed last: it is another database's"
    case .nothingSealed: "nobody's name is sealed yet"
    case nil: "not checked; name it with --key-file"
    }
  }

  /// `nil` where all is well.
  var failure: ExitCode? {
    if !lost.isEmpty || !findings.isEmpty { return ExitCode(10) }
    return key == .opensNot ? ExitCode(11) : nil
  }
}
