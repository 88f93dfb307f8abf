internal import Glibc
public import Logging
internal import Synchronization

/// Writes each event to standard error as one line, in the form of swift-log's own handler.
///
/// That one asks the file system for the time zone at every line, and was a tenth of what a small
/// call cost the server; this one reckons the time once a second.
public struct LineLog: LogHandler {
  public var metadata: Logger.Metadata = [:]
  public var metadataProvider: Logger.MetadataProvider?
  public var logLevel = Logger.Level.info
  private let label: String
  private let stamp = SecondStamp()

  public init(label: String) {
    self.label = label
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes the line at once and whole; where standard error is closed there is nobody to tell.
  public func log(event: LogEvent) {
    var line = line(of: event, at: stamp.text(at: time(nil)))
    line.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, !rest.isEmpty {
        let count = Glibc.write(STDERR_FILENO, start, rest.count)
        if count < 0, errno != EINTR { return }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(count, 0)))
      }
    }
  }

  /// The line of an event, with its end.
  func line(of event: LogEvent, at time: String) -> String {
    var line = ""
    line.reserveCapacity(256)
    line += time
    line += " "
    line += event.level.rawValue
    line += " "
    line += label
    line += ":"
    for (key, value) in entries(of: event) {
      line += " "
      line += key
      line += "="
      if case .string(let text) = value { line += text } else { line += "\(value)" }
    }
    line += " ["
    line += event.source
    line += "] "
    line += event.message.description
    line += "\n"
    return line
  }

  /// What is known beside the message, by key; the event's own word counts before the others'.
  private func entries(of event: LogEvent) -> [(key: String, value: Logger.MetadataValue)] {
    var all = metadata
    if let provided = metadataProvider?.get() { all.merge(provided) { $1 } }
    if let own = event.metadata { all = all.isEmpty ? own : all.merging(own) { $1 } }
    if let error = event.error {
      all["error.message"] = "\(error)"
      all["error.type"] = "\(String(reflecting: type(of: error)))"
    }
    return all.sorted { $0.key < $1.key }
  }
}

/// The time of a second as text, such as `2016-12-31T08:00:00+0700`.
final class SecondStamp: Sendable {
  private let known = Mutex((second: time_t(-1), text: ""))

  /// The text of a second, counted from 1970, where this machine is.
  func text(at second: time_t) -> String {
    known.withLock { known in
      guard known.second != second else { return known.text }
      var (clock, local) = (second, tm())
      localtime_r(&clock, &local)
      let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
        guard let start = buffer.baseAddress else { return "" }
        let count = strftime(start, buffer.count, "%Y-%m-%dT%H:%M:%S%z", &local)
        return String(decoding: UnsafeRawBufferPointer(buffer)[..<count], as: UTF8.self)
      }
      known = (second, text)
      return text
    }
  }
}
