import Testing

/// What each module may import: the table of ARCHITECTURE.md.
///
/// A new line here is a decision.
private let allowedImports: [String: Set<String>] = [
  "RevolvingFund": [],
  "CLibpq": [],
  "Libpq": system.union(["CLibpq"]),
  "FundStore": system.union(["RevolvingFund", "Libpq", "Crypto", "Logging"]),
  "BooksVerification": system.union(["Libpq", "Crypto"]),
  "FundAPI": system.union(["RevolvingFund", "SwiftProtobuf", "GRPCCore", "GRPCProtobuf"]),
  "FrameTransport": system.union([
    "GRPCCore", "NIOCore", "NIOPosix", "NIOSSL", "NIOTLS", "SwiftASN1", "X509",
    "Logging",
  ]),
  "FundServer": system.union([
    "BooksVerification", "RevolvingFund", "FundAPI", "FundStore", "Crypto", "GRPCCore",
    "GRPCProtobuf", "Logging",
    "Metrics", "SwiftProtobuf",
  ]),
  "EmbeddedPostgres": system.union(["Subprocess", "SystemPackage", "Logging"]),
  "bergulird": system.union([
    "BooksVerification", "EmbeddedPostgres", "FrameTransport", "FundServer", "FundStore",
    "RevolvingFund", "ArgumentParser", "Configuration", "Crypto", "GRPCCore",
    "GRPCNIOTransportHTTP2Posix", "Logging", "ServiceLifecycle", "SwiftASN1", "UnixSignals", "X509",
  ]),
  "bergulir": system.union([
    "FrameTransport", "FundAPI", "RevolvingFund", "ArgumentParser", "Configuration", "Crypto",
    "GRPCCore", "GRPCProtobuf", "SwiftProtobuf",
  ]),
  "ProvinceSeed": ["FundStore", "RevolvingFund"],
  "bergulir-bench": system.union([
    "BooksVerification", "EmbeddedPostgres", "FrameTransport", "FundAPI", "FundServer",
    "FundStore", "ProvinceSeed", "RevolvingFund", "ArgumentParser", "GRPCCore",
    "GRPCInProcessTransport",
    "GRPCNIOTransportHTTP2Posix", "GRPCProtobuf", "Logging",
    "Subprocess", "SwiftProtobuf", "SystemPackage",
  ]),
  "bergulir-count": system.union(["RevolvingFund", "ArgumentParser", "GRPCCore", "NIOCore"]),
]

/// What comes with Swift itself and its system.
private let system: Set<String> = [
  "CoreFoundation", "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
]

/// The modules that a file imports, each with its line.
private func imports(of file: SourceText) -> [(module: String, line: Int)] {
  let kinds: Set<Substring> = [
    "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
  ]
  return file.codeLines.enumerated().compactMap { index, line in
    let words = line.split(separator: " ")
    guard let at = words.firstIndex(of: "import"), at <= 3, at + 1 < words.count else { return nil }
    var named = words[at + 1]
    if kinds.contains(named), at + 2 < words.count { named = words[at + 2] }
    let module = named.split(separator: ".").first ?? named
    return (String(module), index + 1)
  }
}

private func forbiddenImports(in file: SourceText, of module: String) -> [Finding] {
  guard let allowed = allowedImports[module] else {
    return [
      Finding(path: file.path, line: 1, what: "no line for \(module) in the table of imports")
    ]
  }
  return imports(of: file).filter { !allowed.contains($0.module) }
    .map { Finding(path: file.path, line: $0.line, what: "\(module) imports \($0.module)") }
}

@Test func `a module imports only what the table of ARCHITECTURE allows it`() throws {
  let repository = Repository()
  let files = try ["Sources/", "Benchmarks/"].flatMap {
    try repository.texts(endingWith: ".swift", under: $0)
  }
  let findings = files.flatMap { file in
    forbiddenImports(in: file, of: String(file.path.split(separator: "/")[1]))
  }
  #expect(findings == [])
}

@Test(arguments: [
  ("RevolvingFund", "import Foundation"),
  ("FundServer", "internal import Libpq"),
  ("bergulir", "@preconcurrency public import FundStore"),
  ("bergulir", "import struct FundServer.Identity"),
  ("Nobody", "let a = 1"),
])
func `an import outside the table is found`(module: String, source: String) {
  let file = SourceText(path: "Sources/\(module)/A.swift", text: source)
  #expect(forbiddenImports(in: file, of: module).count == 1)
}

@Test func `an import inside the table, and one in a comment, are not found`() {
  let file = SourceText(
    path: "Sources/FundStore/A.swift",
    text: "// import CLibpq\npublic import RevolvingFund\nimport struct Logging.Logger")
  #expect(forbiddenImports(in: file, of: "FundStore") == [])
}
