import FoundationEssentials
import FundAPI

/// The daemons that a user works with, each with its token, in a folder of the user's own.
///
/// `contexts.json` holds names and addresses; each token is a file beside it. Nobody else may read
/// either.
struct ContextBook: Sendable {
  let folder: String
  private(set) var contents: Contents

  /// What `contexts.json` holds.
  struct Contents: Codable, Hashable, Sendable {
    /// The context that is used where no other is named.
    var current: String?
    var contexts: [String: Context]
  }

  /// Reads the book; a missing one is empty.
  ///
  /// - Throws: `Complaint`: `homeMissing`, `fileUnreadable`, `contextsUnreadable`.
  init(environment: Environment) throws {
    folder = try environment.configurationFolder()
    let path = ContextBook.path(in: folder)
    guard FileManager.default.fileExists(atPath: path) else {
      contents = Contents(current: nil, contexts: [:])
      return
    }
    let text = try TextFile(path: path).read()
    do {
      contents = try JSONDecoder().decode(Contents.self, from: Data(text.utf8))
    } catch {
      throw Complaint(.contextsUnreadable(path: path))
    }
  }

  var current: String? { contents.current }

  /// The contexts by name.
  var sorted: [(name: String, context: Context)] {
    contents.contexts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A context by name.
  ///
  /// - Throws: `Complaint`: `contextUnknown`.
  func context(_ name: String) throws -> Context {
    guard let context = contents.contexts[name] else {
      throw Complaint(.contextUnknown(name, known: sorted.map(\.name)))
    }
    return context
  }

  /// Adds or changes a context; the first one becomes the current one.
  mutating func set(
    _ name: String, server: String, token: String?, security: SecurityChoice? = nil
  ) throws {
    try TextFile.makePrivateFolder(folder)
    var hasToken = contents.contexts[name]?.tokenFile != nil
    if let token {
      try TextFile.makePrivateFolder(folder + "/tokens")
      try TextFile(path: folder + "/" + Context.tokenFile(name)).writePrivately(token + "\n")
      hasToken = true
    }
    let kept = security ?? contents.contexts[name]?.security
    contents.contexts[name] = Context(
      server: server, tokenFile: hasToken ? Context.tokenFile(name) : nil,
      security: kept.flatMap { $0.isEmpty ? nil : $0 })
    contents.current = contents.current ?? name
    try save()
  }

  /// Makes a context the current one.
  ///
  /// - Throws: `Complaint`: `contextUnknown`.
  mutating func use(_ name: String) throws {
    _ = try context(name)
    contents.current = name
    try save()
  }

  /// Keeps a context without its token, whose file is deleted.
  ///
  /// - Throws: `Complaint`: `contextUnknown`, `fileUnwritable`.
  mutating func removeToken(of name: String) throws {
    var kept = try context(name)
    let path = kept.tokenPath(in: folder)
    kept.tokenFile = nil
    contents.contexts[name] = kept
    try save()
    try ContextBook.delete(path)
  }

  /// Forgets a context and deletes its token's file.
  ///
  /// - Throws: `Complaint`: `contextUnknown`, `fileUnwritable`.
  mutating func remove(_ name: String) throws {
    let path = try context(name).tokenPath(in: folder)
    contents.contexts[name] = nil
    if contents.current == name { contents.current = nil }
    try save()
    try ContextBook.delete(path)
  }

  private static func delete(_ path: String?) throws {
    guard let path, FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Complaint(.fileUnwritable(path: path, Mistake.FileTrouble(error)))
    }
  }

  private func save() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(contents), as: UTF8.self) + "\n"
    try TextFile(path: ContextBook.path(in: folder)).writePrivately(text)
  }

  private static func path(in folder: String) -> String { folder + "/contexts.json" }
}

/// A daemon and the token to show it.
struct Context: Codable, Hashable, Sendable {
  /// `HOST:PORT`.
  var server: String
  /// Relative to the folder of the contexts; none for a daemon that is only asked for its health.
  var tokenFile: String?
  /// Nothing where the address decides; files by their absolute paths.
  var security: SecurityChoice?

  static func tokenFile(_ name: String) -> String { "tokens/\(name)" }

  func tokenPath(in folder: String) -> String? {
    tokenFile.map { "\(folder)/\($0)" }
  }

  /// Whether a name is fit for a file's name: letters, digits, hyphens, dots after the first.
  static func isName(_ name: String) -> Bool {
    let isFit = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
    }
    return isFit && (1...64).contains(name.utf8.count) && !name.hasPrefix(".")
  }
}
