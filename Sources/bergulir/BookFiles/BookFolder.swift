import FoundationEssentials
import FundAPI
import Glibc
import RevolvingFund

/// A folder with the files of a UPK's books.
struct BookFolder: Sendable {
  let path: String

  /// Reads the files that are there; text of Windows' old code page is understood.
  ///
  /// - Throws: `Complaint`: `fileEmpty` where there is none of them, and what `TextFile` throws.
  func read() throws -> [BookFile] {
    let files = try BookFileKind.allCases.compactMap { kind -> BookFile? in
      let file = TextFile(path: path + "/" + kind.name)
      guard access(file.path, F_OK) == 0 else { return nil }
      return BookFile(kind: kind, text: try file.readWindowsToo())
    }
    guard !files.isEmpty else { throw Complaint(.fileEmpty(path: path)) }
    return files
  }

  /// Writes files for this user's eyes only, the list of them last.
  ///
  /// - Throws: `Complaint`: `fileUnwritable`.
  func write(_ files: [Bergulir_V1_BookFile]) throws {
    try TextFile.makePrivateFolder(path)
    let known = Set(BookFileKind.allCases.map(\.name))
    for file in files where known.contains(file.name) {
      try TextFile(path: path + "/" + file.name).writePrivately(file.text)
    }
  }
}
