import Foundation
import SwiftProtobuf
import Testing

@testable import FundServer

private typealias FileSet = Google_Protobuf_FileDescriptorSet
private typealias File = Google_Protobuf_FileDescriptorProto

/// That a program built with the contract as it was last published reads what it read.
struct ContractTests {
  @Test func `nothing that was published is gone or means something else`() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/FundAPI/Protos/published.binpb").standardized
    let published = try FileSet(serializedBytes: try Data(contentsOf: file))
    #expect(published.file.count > 40)
    #expect(promises(of: published).subtracting(promises(of: try current())).sorted() == [])
  }

  /// Each changes a copy of the contract in a way that somebody would notice.
  @Test(arguments: Breakage.allCases)
  func `what would break a client is noticed`(breakage: Breakage) throws {
    let whole = try current()
    var broken = whole
    let file = try #require(broken.file.firstIndex { $0.name == "bergulir/v1/loan.proto" })
    breakage.apply(to: &broken.file[file])
    #expect(!promises(of: whole).subtracting(promises(of: broken)).isEmpty)
  }

  @Test func `what is added breaks nobody`() throws {
    let whole = try current()
    var longer = whole
    let file = try #require(longer.file.firstIndex { $0.name == "bergulir/v1/loan.proto" })
    longer.file[file].messageType[0].field.append(
      .with {
        $0.name = "new"
        $0.number = 999
      })
    longer.file[file].service[0].method.append(.with { $0.name = "New" })
    #expect(promises(of: whole).isSubset(of: promises(of: longer)))
  }

  enum Breakage: CaseIterable {
    case fieldGone, fieldRenamed, fieldRenumbered, typeChanged, methodGone, answerChanged, streamed

    func apply(to file: inout Google_Protobuf_FileDescriptorProto) {
      switch self {
      case .fieldGone: file.messageType[0].field.removeFirst()
      case .fieldRenamed: file.messageType[0].field[0].name += "_new"
      case .fieldRenumbered: file.messageType[0].field[0].number = 999
      case .typeChanged: file.messageType[0].field[0].type = .bytes
      case .methodGone: file.service[0].method.removeFirst()
      case .answerChanged: file.service[0].method[0].outputType = ".bergulir.v1.Other"
      case .streamed: file.service[0].method[0].serverStreaming.toggle()
      }
    }
  }

  private func current() throws -> FileSet {
    let bytes = try #require(
      Data(base64Encoded: PublishedDescriptors.base64, options: .ignoreUnknownCharacters))
    return try FileSet(serializedBytes: bytes)
  }
}

/// What a client goes by: each call with its messages, each field with its number and type, each
/// value with its name.
private func promises(of set: FileSet) -> Set<String> {
  set.file.reduce(into: []) { found, file in
    for service in file.service {
      for method in service.method {
        let shape = "\(method.clientStreaming) \(method.serverStreaming)"
        found.insert(
          "\(file.package).\(service.name)/\(method.name) \(method.inputType) "
            + "\(method.outputType) \(shape)")
      }
    }
    for message in file.messageType { found.formUnion(promises(of: message, in: file.package)) }
    for values in file.enumType { found.formUnion(promises(of: values, in: file.package)) }
  }
}

private func promises(
  of message: Google_Protobuf_DescriptorProto, in scope: String
) -> Set<String> {
  let name = "\(scope).\(message.name)"
  var found: Set = [name]
  for field in message.field {
    let oneof = field.hasOneofIndex ? message.oneofDecl[Int(field.oneofIndex)].name : ""
    found.insert(
      "\(name) \(field.number) \(field.name) \(field.type) \(field.label) "
        + "\(field.typeName) \(oneof)")
  }
  for nested in message.nestedType { found.formUnion(promises(of: nested, in: name)) }
  for values in message.enumType { found.formUnion(promises(of: values, in: name)) }
  return found
}

private func promises(
  of values: Google_Protobuf_EnumDescriptorProto, in scope: String
) -> Set<String> {
  Set(values.value.map { "\(scope).\(values.name) \($0.number) \($0.name)" })
}
