import Foundation

/// The files of this project as git knows them, read from the working tree.
struct Repository {
  let root: URL
  let paths: [String]

  /// Finds the project around this very file.
  init() {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let known = Self.tracked(under: root) ?? Self.walked(under: root)
    // A link to a folder is no file; what is in the folder has a path of its own.
    paths = known.filter { path in
      var isFolder: ObjCBool = false
      let path = root.appending(path: path).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
    self.root = root
  }

  /// Every file with one of the endings, its text and its path from the root.
  func texts(endingWith endings: String..., under folder: String = "") throws -> [SourceText] {
    try paths
      .filter { path in path.hasPrefix(folder) && endings.contains { path.hasSuffix($0) } }
      .map { SourceText(path: $0, text: try text(of: $0)) }
  }

  /// Swift that people wrote: the rules of style say nothing of generated code.
  func handwritten(under folder: String = "") throws -> [SourceText] {
    try texts(endingWith: ".swift", under: folder).filter { !$0.path.contains("/Generated/") }
  }

  /// Every file that is text, whatever its ending.
  func allTexts() throws -> [SourceText] {
    try paths.compactMap { path in
      let data = try Data(contentsOf: root.appending(path: path))
      return String(data: data, encoding: .utf8).map { SourceText(path: path, text: $0) }
    }
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// Nothing if there is no git, or no repository, as in a source archive.
  private static func tracked(under root: URL) -> [String]? {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", root.path, "ls-files", "-z"]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    do {
      try git.run()
    } catch {
      return nil
    }
    let listed = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { return nil }
    return String(decoding: listed, as: UTF8.self).split(separator: "\0").map(String.init)
  }

  private static func walked(under root: URL) -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    var paths: [String] = []
    for case let path as String in walk {
      if path.hasPrefix(".build") || path == ".git" {
        walk.skipDescendants()
      } else if walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        paths.append(path)
      }
    }
    return paths
  }
}
