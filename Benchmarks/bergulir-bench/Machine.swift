import Foundation

/// What was measured on and with; without it no figure means anything.
struct Machine: Codable, Sendable {
  let processor: String
  let cores: Int
  let system: String
  let load: String
  /// Packages by name, as `Package.resolved` has them; empty where that file is not at hand.
  let versions: [String: String]

  static func current() throws -> Machine {
    let cpuinfo = try text("/proc/cpuinfo")
    let model = cpuinfo.split(separator: "\n").first { $0.hasPrefix("model name") }
    return Machine(
      processor: model.flatMap { $0.split(separator: ":").last }.map {
        $0.trimmingCharacters(in: .whitespaces)
      } ?? "unknown",
      cores: ProcessInfo.processInfo.activeProcessorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString,
      load: try text("/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " "),
      versions: try versions())
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private static let packages: Set<String> = [
    "grpc-swift-2", "grpc-swift-nio-transport", "grpc-swift-protobuf", "swift-nio",
    "swift-nio-http2", "swift-protobuf",
  ]

  private static func versions() throws -> [String: String] {
    struct Resolved: Decodable {
      struct Pin: Decodable {
        struct State: Decodable {
          let version: String?
        }
        let identity: String
        let state: State
      }
      let pins: [Pin]
    }
    guard FileManager.default.fileExists(atPath: "Package.resolved") else { return [:] }
    let data = try Data(contentsOf: URL(filePath: "Package.resolved"))
    return try JSONDecoder().decode(Resolved.self, from: data).pins.reduce(into: [:]) {
      if packages.contains($1.identity) { $0[$1.identity] = $1.state.version }
    }
  }
}
