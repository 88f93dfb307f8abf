import FundAPI
import RevolvingFund
import SwiftProtobuf
import Testing

private let id = RequestID()

private let command = "bergulir loan list"

private func receipt(_ change: (inout Bergulir_V1_Receipt) -> Void = { _ in }) -> Sentence {
  let receipt = Bergulir_V1_Receipt.with {
    $0.name = "upks/malabutor/loans/1"
    $0.verb = Verb.recorded.rawValue
    change(&$0)
  }
  return Notes.changed(receipt, next: command)
}

private func sheet(_ recorded: Int32, _ refused: Int32) -> Bergulir_V1_RecordSheetResponse {
  .with {
    $0.recorded = recorded
    $0.refused = refused
  }
}

private let month = Month(year: 2017, month: 12)

private let name = "upks/malabutor/loans/1"

@Test(arguments: [
  (Notes.nothingFound, []), (Notes.interrupted, []), (Notes.isItRunning, ["bergulird serve"]),
  (Notes.noContext, ["bergulir context set", "--server HOST:PORT"]),
  (Notes.usage(command), [command]), (Notes.omitted(11), ["11"]), (Notes.reasons(3), ["3"]),
  (Notes.more(token: "t7"), ["--page-token t7", "--all"]),
  (Notes.rerun(id), ["--request-id \(id)"]), (Notes.goOn(id, after: 3), ["3", "\(id)"]),
  (Notes.yesOrNo(true), []), (Notes.yesOrNo(false), []),
  (receipt(), [name, command]), (receipt { $0.replayed = true }, [name, command]),
  (receipt { $0.dryRun = true }, []), (Notes.peopleRegistered(6, replayed: 2), ["6", "2"]),
  (Notes.sheetRecorded(sheet(7, 1)), ["7", "1"]), (Notes.sheetTried(sheet(7, 1)), ["7", "1"]),
  (Notes.sheetLeft(sheet(0, 1)), ["1"]), (Notes.sheetLeft(sheet(7, 1)), ["7", "1"]),
  (Notes.stopping, ["Ctrl-C"]), (Notes.areaLeft(3), ["3"]),
  (Notes.areaClosed(7, refused: 1, month), ["2017", "7", "1"]),
  (Notes.areaClosed(0, refused: 0, month), ["2017"]),
  (Notes.areaTried(7, refused: 1, month), ["2017", "7", "1"]),
  (Notes.pace("6.5", left: "10:15"), ["6.5/", "10:15"]),
  (Notes.membersAdded(5, next: command), ["5", command]),
  (
    Notes.signsNext(after: 1, of: 2, by: .bkmCoordinator, command: command),
    ["1", "2", "\(command) --context"]
  ),
  (Notes.wouldStand(command), [command]), (Notes.wouldBeRefused, []),
  (Notes.contextSet("office", next: command), ["office", command]),
  (Notes.contextUsed("office"), ["office"]), (Notes.contextRemoved("office"), ["office"]),
])
func `a note is in both languages and names what it is about`(note: Sentence, names: [String]) {
  #expect(note.english != note.indonesian)
  for language in Language.allCases {
    #expect(!note[language].isEmpty)
    for name in names { #expect(note[language].contains(name), "\(note[language])") }
  }
}

@Test func `what a write did is said in the reader's language`() {
  #expect(receipt().english == "\(name): recorded. Next: \(command)")
  #expect(receipt().indonesian == "\(name): dicatat. Berikutnya: \(command)")
  #expect(
    receipt { $0.dryRun = true }.indonesian == "Dapat dicatat; belum ada yang diubah.")
}

@Test func `a verb that a newer daemon knows is shown as it is`() {
  #expect(receipt { $0.verb = "sealed" }.indonesian.hasPrefix("\(name): sealed."))
}

@Test(arguments: CommandKind.allCases)
func `every kind of command has a verb in both languages`(kind: CommandKind) {
  #expect(Verb(rawValue: kind.verb.rawValue) == kind.verb)
  #expect(kind.verb.words.english != kind.verb.words.indonesian)
}
