import Foundation
import Glibc

/// The processor time that a PostgreSQL has used, sessions that have ended included.
///
/// The kernel counts it in hundredths of a second.
struct ClusterTime {
  let postmaster: Int32

  /// - Throws: what reading `/proc` throws.
  func nanoseconds() throws -> Int64 {
    let tick = 1_000_000_000 / Int64(sysconf(Int32(_SC_CLK_TCK)))
    let entries = try FileManager.default.contentsOfDirectory(atPath: "/proc")
    return entries.compactMap { Int32($0) }.compactMap(Times.init).reduce(0) { sum, process in
      switch postmaster {
      case process.id: sum + (process.own + process.children) * tick
      case process.parent: sum + process.own * tick
      default: sum
      }
    }
  }

  /// What `/proc/PID/stat` says.
  private struct Times {
    let id: Int32
    let parent: Int32
    let own: Int64
    let children: Int64

    /// Nothing of a process that is gone.
    init?(_ process: Int32) {
      guard let stream = fopen("/proc/\(process)/stat", "r") else { return nil }
      defer { fclose(stream) }
      var bytes = [CChar](repeating: 0, count: 1024)
      guard fgets(&bytes, Int32(bytes.count), stream) != nil else { return nil }
      let text = String(
        decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      // The name in brackets may hold anything.
      guard let fields = text.split(separator: ")").last?.split(separator: " "),
        fields.count > 14, let parent = Int32(fields[1])
      else { return nil }
      let times = fields[11...14].compactMap { Int64($0) }
      guard times.count == 4 else { return nil }
      id = process
      self.parent = parent
      own = times[0] + times[1]
      children = times[2] + times[3]
    }
  }
}

extension ProcessorTime {
  /// What children of this process that have ended have used, in nanoseconds.
  static var endedChildren: Int64 {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    func nanoseconds(_ time: timeval) -> Int64 {
      Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_usec) * 1000
    }
    return nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime)
  }
}
