import Foundation

/// What PostgreSQL wrote of a base backup.
public struct BackupManifest: Hashable, Sendable {
  /// The line of the log that it was taken on.
  public let timeline: UInt32
  /// Where the log begins that it needs, such as `0/2000028`.
  public let logStart: String
  /// Where it ends; what was committed before is in the backup.
  public let logEnd: String

  private struct Content: Decodable {
    let ranges: [Range]

    enum CodingKeys: String, CodingKey {
      case ranges = "WAL-Ranges"
    }
  }

  private struct Range: Decodable {
    let timeline: UInt32
    let start: String
    let end: String

    enum CodingKeys: String, CodingKey {
      case timeline = "Timeline"
      case start = "Start-LSN"
      case end = "End-LSN"
    }
  }

  /// - Throws: `EmbeddedError.backupDamaged`.
  init(of backup: BaseBackup) throws(EmbeddedError) {
    do {
      let content = try JSONDecoder().decode(
        Content.self, from: Data(contentsOf: URL(fileURLWithPath: backup.manifest)))
      guard let first = content.ranges.first, let last = content.ranges.last else {
        throw EmbeddedError.backupDamaged(backup.path, reason: "its manifest names no log")
      }
      timeline = last.timeline
      logStart = first.start
      logEnd = last.end
    } catch let error as EmbeddedError {
      throw error
    } catch {
      throw .backupDamaged(backup.path, reason: "its manifest cannot be read")
    }
  }

  /// The segment of the log that a place such as `1/2000028` is in.
  static func segment(of place: String, timeline: UInt32, bytes: UInt64) -> LogSegment? {
    let parts = place.split(separator: "/")
    guard parts.count == 2, let high = UInt64(parts[0], radix: 16),
      let low = UInt64(parts[1], radix: 16)
    else { return nil }
    return LogSegment(timeline: timeline, number: (high << 32 | low) / bytes)
  }
}
