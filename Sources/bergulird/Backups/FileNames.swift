import Foundation

/// What stands in a directory.
enum FileNames {
  /// Whether nothing does, or the directory is not there.
  static func areNone(in path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).isEmpty
    } catch {
      return false
    }
  }
}
