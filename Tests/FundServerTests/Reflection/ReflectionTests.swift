import Foundation
import FundAPI
import FundTesting
import GRPCCore
import GRPCInProcessTransport
import SwiftProtobuf
import Testing

@testable import FundServer

private typealias Question = Grpc_Reflection_V1_ServerReflectionRequest
private typealias Answer = Grpc_Reflection_V1_ServerReflectionResponse

struct ReflectionTests {
  @Test func `every service that is served is listed, and each can be looked up`() async throws {
    let answers = try await ask([.with { $0.listServices = "" }])
    let names = answers[0].listServicesResponse.service.map(\.name)
    #expect(names == Set(PublishedServices.all.map(\.service.fullyQualifiedService)).sorted())
    let described = try await ask(names.map { name in .with { $0.fileContainingSymbol = name } })
    for (name, answer) in zip(names, described) {
      let files = try answer.fileDescriptorResponse.fileDescriptorProto.map {
        try Google_Protobuf_FileDescriptorProto(serializedBytes: $0)
      }
      let own = try #require(files.first)
      #expect(own.service.contains { "\(own.package).\($0.name)" == name }, "\(name)")
      let there = Set(files.map(\.name))
      #expect(files.allSatisfy { $0.dependency.allSatisfy(there.contains) }, "\(name)")
    }
  }

  @Test(arguments: [
    ("bergulir.v1.LoanService.GetLoan", "bergulir/v1/loan.proto"),
    ("bergulir.v1.Violation", "bergulir/v1/problem.proto"),
    ("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto"),
    ("google.rpc.PreconditionFailure.Violation", "google/rpc/error_details.proto"),
  ])
  func `a method, a message and an enum are found by their full names`(
    symbol: String, file: String
  ) async throws {
    let answers = try await ask([
      .with { $0.fileContainingSymbol = symbol }, .with { $0.fileByFilename = file },
    ])
    let found = answers.map(\.fileDescriptorResponse.fileDescriptorProto)
    let first = try #require(found[0].first)
    #expect(try Google_Protobuf_FileDescriptorProto(serializedBytes: first).name == file)
    #expect(found[0] == found[1])
  }

  @Test(arguments: [
    Question.with { $0.fileContainingSymbol = "bergulir.v1.None" },
    .with { $0.fileByFilename = "none.proto" }, .with { $0.allExtensionNumbersOfType = "x" },
    .with { $0.fileContainingExtension = .with { $0.containingType = "x" } },
  ])
  func `what is not there is answered with NOT_FOUND, and the stream goes on`(
    question: Grpc_Reflection_V1_ServerReflectionRequest
  ) async throws {
    let answers = try await ask([question, .init(), .with { $0.listServices = "*" }])
    #expect(answers.map(\.errorResponse.errorCode) == [5, 3, 0])
    #expect(answers[0].originalRequest == question)
    #expect(!answers[2].listServicesResponse.service.isEmpty)
  }

  private func ask(_ questions: [Question]) async throws -> [Answer] {
    let transport = InProcessTransport()
    let service = ReflectionService(services: DescriptorCatalogue.published.services)
    return try await withGRPCServer(transport: transport.server, services: [service]) { _ in
      try await withGRPCClient(transport: transport.client) { client in
        let reflection = Grpc_Reflection_V1_ServerReflection.Client(wrapping: client)
        return try await reflection.serverReflectionInfo(
          request: StreamingClientRequest { try await $0.write(contentsOf: questions) }
        ) { response in
          try await response.messages.reduce(into: []) { $0.append($1) }
        }
      }
    }
  }
}
