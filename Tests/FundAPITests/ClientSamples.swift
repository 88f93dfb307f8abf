import GRPCCore
import RevolvingFund

@testable import FundAPI

/// Examples of each mistake that a client finds, with every kind of each.
let mistakeSamples: [Mistake] =
  [
    .commandLine(Sentence("There is no option --x.", "Tidak ada opsi --x.")),
    .sharesTooLarge, .homeMissing, .addressInvalid("fund:x"),
    .contextUnknown("office", known: []), .contextUnknown("office", known: ["field", "home"]),
    .contextNameInvalid("a/b"), .contextsUnreadable(path: "contexts.json"),
    .tokenFileEmpty("office.token"), .fileUnwritable(path: "out.token", .full),
    .fileTooLarge(path: "j.csv", limitBytes: 16_777_216), .fileNotText(path: "j.csv"),
    .fileEmpty(path: "j.csv"), .headerWrong(path: "j.csv", expected: ["date", "debit"]),
    .lineMalformed(line: 41, .quoteOpen), .lineMalformed(line: 41, .quoteInside),
    .lineMalformed(line: 41, .endMissing),
    .lineMalformed(line: 41, .fieldCount(found: 5, expected: 6)),
    .fieldSecretWrong(line: 41, field: "nik", expected: .nik),
    .tooManyLines(path: "j.csv", limit: 1000), .monthNotPublished("2017-13"),
    .monthNotPublished(nil), .headLineMalformed(path: "heads.jsonl", line: 3),
    .headNotSigned(path: "heads.jsonl", line: 3),
    .security(.insecureOnce(address: "192.0.2.7:7710")),
    .security(.certificateIncomplete(given: "--key", missing: "--certificate")),
  ]
  + certificateTroubles.map { .security(.fileUnusable($0)) }
  + peerTroubles.map { .security(.notSecured(address: "192.0.2.7:7710", $0)) }
  + fileTroubles.map { .fileUnreadable(path: "j.csv", $0) }
  + Mistake.FieldKind.allCases.map {
    .fieldWrong(line: 41, field: "kolom_x", value: "12,5", expected: $0)
  }

/// Every trouble with files.
let fileTroubles: [Mistake.FileTrouble] = [
  .missing, .forbidden, .isFolder, .notFolder, .exists, .full, .readOnly, .other("no tape"),
]

/// Every trouble with the files of certificates.
let certificateTroubles: [SecurityMistake.FileTrouble] = [
  .unreadable(path: "ca.pem", reason: "No such file"), .keyOpen(path: "a.key", mode: "644"),
  .noCertificate(path: "ca.pem"), .noKey(path: "a.key"),
  .keyOfAnother(certificate: "a.pem", key: "b.key"), .unusable(reason: "NO_CIPHER"),
]

/// Every way in which two sides do not come to TLS.
let peerTroubles: [SecurityMistake.PeerTrouble] = [
  .speaksPlaintext, .wantsTLS, .noTLS13, .anotherProtocol, .untrusted(issuer: "CA"),
  .expired("2026-01-31"), .notYetValid("2026-01-31"), .otherName(names: []),
  .otherName(names: ["fund.example"]), .certificateDemanded,
  .certificateRefused(reason: "unknown CA"), .endedEarly, .broken(reason: "BAD_RECORD"),
]

/// The mistakes as a failure shows them.
let mistakeProblems: [Problem] = mistakeSamples.map {
  Problem(status: .invalidArgument, violations: [Problem.Violation($0)], omitted: 0)
}

/// Every way in which a command line can be wrong, with what its sentence must name.
let commandLineSamples: [(mistake: CommandLineMistake, names: [String])] = [
  (.commandUnknown("sho", known: ["show", "list"]), ["'sho'", "show", "list"]),
  (.optionBeforeCommand("--lang", command: "loan"), ["--lang", "'loan'"]),
  (.optionUnknown("--upl", similar: "--upk"), ["--upl", "--upk"]),
  (.optionUnknown("--upl", similar: nil), ["--upl"]),
  (.valueMissing(of: "--upk <upk>"), ["--upk <upk>"]),
  (.valueUnneeded("3", of: "--open"), ["'3'", "--open"]),
  (.valueWrong("5", of: "--request-id", correction: nil), ["'5'", "--request-id"]),
  (
    .valueWrong(
      "x", of: "--amount", correction: ArgumentCorrection.write(.amount).words),
    ["'x'", "--amount", "8.220.000"]
  ),
  (.wordsUnexpected(["a", "b"]), ["'a', 'b'"]),
  (.argumentMissing("<loan>"), ["<loan>"]),
  (.oneMissing(["--all", "--open"]), ["--all", "--open"]),
  (.unforeseen("No such shell."), ["No such shell."]),
]

/// Every way in which options can be wrong, with what its sentence must name.
let optionSamples: [(mistake: OptionMistake, names: [String])] = [
  (.languageUnknown("xx"), ["BERGULIR_LANG", "'xx'", "en", "id"]),
  (.spanReversed, ["--from", "--to"]), (.pageSizeOutOfRange, ["--page-size", "1000"]),
  (.pageTokenBesideAll, ["--all", "--page-token"]), (.allBesideOtherShares, ["--share all="]),
  (.oneOfUPKAndAll, ["--upk", "--all"]),
  (.oneOfUPKAndProvince, ["--upk", "--province"]),
  (.oneOfUPKProvinceAndAll, ["--upk", "--province", "--all"]),
  (.headsWithoutKey, ["--heads", "--public-key"]), (.printedWithoutUPK, ["--printed", "--upk"]),
  (.oneOfUPKAndArea, ["--upk", "--area", "--province"]),
  (.atOnceOutOfRange, ["--at-once"]), (.onlyForAreas, ["--catch-up", "--at-once", "--area"]),
  (.secretBesideCertificate, ["--out", "--for-certificate"]),
  (.onePersonOrFile, ["--name", "--gender", "--file"]),
  (.oneRecommendation, ["--share", "--as-requested", "--not-recommended", "--from"]),
  (.rejectionWithoutReason, ["--verdict reject", "--note"]),
  (.tokenFromTwoPlaces, ["--token-file", "--token-stdin"]), (.insecureBesideTLS, ["--insecure"]),
  (.startUpRuleHalf, []),
]

/// Every reason why a figure is not ours, with what its sentence must name in English.
let figureReasonSamples: [(reason: FigureReason, names: [String])] = [
  (.agrees, []), (.inverted, []), (.rounded(decimals: 0), []), (.rounded(decimals: 1), ["1"]),
  (.otherInputs(printed: Ratio(7_000, 20_000)), ["7,000", "20,000"]),
  (.profitAboveIncome(profit: 9_000, income: 5_000), ["Rp 9,000", "Rp 5,000"]),
  (.notAnnualised, []), (.figureOf(.roi), ["ROI"]), (.unexplained, []),
  (
    .wrongCategory(
      printed: .minimum, right: .suspended, percent: Percent(text: "61.65"), kind: .par),
    ["61.65 %", "suspended", "20 % or more", "minimum"]
  ),
]
