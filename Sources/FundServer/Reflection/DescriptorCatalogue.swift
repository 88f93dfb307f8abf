internal import Foundation
internal import SwiftProtobuf

/// The files of the contract as descriptors, by their names and by what they define.
struct DescriptorCatalogue: Sendable {
  private let files: [String: File]
  private let definitions: [String: String]
  /// The full names of all services, in alphabetical order.
  let services: [String]

  private struct File {
    let serialized: Data
    let dependencies: [String]
  }

  /// What the program carries.
  static let published = DescriptorCatalogue(published: PublishedDescriptors.base64)

  /// Reads a `FileDescriptorSet` that `tools/proto` has written.
  private init(published text: String) {
    guard let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
      preconditionFailure("the program's own descriptors are no base 64")
    }
    do {
      try self.init(Google_Protobuf_FileDescriptorSet(serializedBytes: bytes))
    } catch {
      preconditionFailure("the program's own descriptors cannot be read: \(error)")
    }
  }

  init(_ set: Google_Protobuf_FileDescriptorSet) throws {
    var files: [String: File] = [:]
    var definitions: [String: String] = [:]
    var services: [String] = []
    for file in set.file {
      files[file.name] = File(
        serialized: try file.serializedData(), dependencies: file.dependency)
      for name in file.definedNames { definitions[name] = file.name }
      services += file.service.map { "\(file.package).\($0.name)" }
    }
    self.files = files
    self.definitions = definitions
    self.services = services.sorted()
  }

  /// A file and those that it needs, each once, the file first; `nil` where there is none.
  func file(named name: String) -> [Data]? {
    guard files[name] != nil else { return nil }
    var found: [Data] = []
    var seen: Set = [name]
    var next = [name]
    while let name = next.popLast() {
      guard let file = files[name] else { continue }
      found.append(file.serialized)
      next += file.dependencies.filter { seen.insert($0).inserted }
    }
    return found
  }

  /// The file that defines a message, an enum, a service or a method, by its full name.
  func file(defining symbol: String) -> [Data]? {
    definitions[symbol].flatMap { file(named: $0) }
  }
}

extension Google_Protobuf_FileDescriptorProto {
  /// The full names of messages, enums, services and methods.
  fileprivate var definedNames: [String] {
    let prefix = package.isEmpty ? "" : package + "."
    return messageType.flatMap { $0.definedNames(in: prefix) }
      + enumType.map { prefix + $0.name }
      + service.flatMap { service in
        [prefix + service.name] + service.method.map { "\(prefix)\(service.name).\($0.name)" }
      }
  }
}

extension Google_Protobuf_DescriptorProto {
  fileprivate func definedNames(in prefix: String) -> [String] {
    let name = prefix + self.name
    return [name] + enumType.map { "\(name).\($0.name)" }
      + nestedType.flatMap { $0.definedNames(in: name + ".") }
  }
}
