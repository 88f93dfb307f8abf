import Logging
import Testing

@testable import FundServer

struct LineLogTests {
  private static func line(_ log: LineLog, _ metadata: Logger.Metadata?) -> String {
    let event = LogEvent(
      level: .notice, message: "call", metadata: metadata, source: "FundServer", file: "",
      function: "", line: 1)
    return log.line(of: event, at: "NOW")
  }

  @Test func `a line has time, level, label, what is known by key, and the message`() {
    let log = LineLog(label: "bergulird")
    #expect(
      Self.line(log, ["ms": "3", "method": "a/B", "list": ["1", "2"]])
        == "NOW notice bergulird: list=[\"1\", \"2\"] method=a/B ms=3 [FundServer] call\n")
    #expect(Self.line(log, nil) == "NOW notice bergulird: [FundServer] call\n")
  }

  @Test func `what an event says counts before what the logger says`() {
    var log = LineLog(label: "l")
    log[metadataKey: "a"] = "logger"
    log[metadataKey: "b"] = "logger"
    log.metadataProvider = Logger.MetadataProvider { ["b": "provider", "c": "provider"] }
    #expect(
      Self.line(log, ["c": "event"])
        == "NOW notice l: a=logger b=provider c=event [FundServer] call\n")
  }

  @Test func `the time has seconds and the zone, and changes with the second`() throws {
    let stamp = SecondStamp()
    let first = stamp.text(at: 1_483_146_000)
    #expect(first.wholeMatch(of: /201[67]-[01]\d-[0-3]\dT[0-2]\d:\d\d:00[+-]\d{4}/) != nil)
    #expect(stamp.text(at: 1_483_146_000) == first)
    #expect(stamp.text(at: 1_483_146_001) == first.replacing(/:00([+-])/) { ":01\($0.1)" })
  }
}
