import FundAPI
import FundTesting
import GRPCCore
import GRPCProtobuf
import RevolvingFund
import SwiftProtobuf
import Testing

@testable import FundServer

/// A request of a call that names what is there, and nothing else.
struct Probe: Sendable {
  let method: MethodDescriptor
  let call: @Sendable (Daemon.Client, Metadata) async throws -> Void

  init<Request: Message>(
    _ method: MethodDescriptor, _ type: Request.Type, _ fill: @Sendable (inout Request) -> Void
  ) {
    var request = Request()
    fill(&request)
    let sent = request
    self.method = method
    call = { client, metadata in
      try await client.unary(
        request: ClientRequest(message: sent, metadata: metadata), descriptor: method,
        serializer: ProtobufSerializer<Request>(), deserializer: Anything(), options: .defaults
      ) { _ = try $0.message }
    }
  }
}

/// Takes any answer for what it is: bytes.
private struct Anything: MessageDeserializer {
  func deserialize<Bytes: GRPCContiguousBytes>(_ serializedMessageBytes: Bytes) -> Int {
    serializedMessageBytes.withUnsafeBytes(\.count)
  }
}

private let probes: [Probe] =
  [
    Probe(
      Bergulir_V1_RegionService.Method.RegisterRegion.descriptor,
      Bergulir_V1_RegisterRegionRequest.self
    ) { $0.code = "91" },
    Probe(
      Bergulir_V1_RegionService.Method.ListRegions.descriptor,
      Bergulir_V1_ListRegionsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_BKMService.Method.RegisterBKM.descriptor,
      Bergulir_V1_RegisterBKMRequest.self
    ) { $0.region = "92.71.03.1004" },
    Probe(
      Bergulir_V1_BKMService.Method.ListBKMs.descriptor, Bergulir_V1_ListBKMsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_UPKService.Method.RegisterUPK.descriptor,
      Bergulir_V1_RegisterUPKRequest.self
    ) { $0.region = "92.71.03.1004" },
    Probe(
      Bergulir_V1_UPKService.Method.GetUPK.descriptor, Bergulir_V1_GetUPKRequest.self
    ) {
      $0.name = malabutor
    },
    Probe(
      Bergulir_V1_UPKService.Method.ListUPKs.descriptor, Bergulir_V1_ListUPKsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_QueueService.Method.ListWork.descriptor, Bergulir_V1_ListWorkRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_VerifyService.Method.VerifyProvince.descriptor,
      Bergulir_V1_VerifyProvinceRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_TokenService.Method.RotateToken.descriptor, Bergulir_V1_RotateTokenRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_TokenService.Method.RevokeOwnToken.descriptor,
      Bergulir_V1_RevokeOwnTokenRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_ServerService.Method.WhoAmI.descriptor, Bergulir_V1_WhoAmIRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PersonService.Method.RegisterPerson.descriptor,
      Bergulir_V1_RegisterPersonRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PersonService.Method.GetPerson.descriptor,
      Bergulir_V1_GetPersonRequest.self
    ) { $0.name = "persons/1" },
    Probe(
      Bergulir_V1_PersonService.Method.ListPersons.descriptor,
      Bergulir_V1_ListPersonsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PersonService.Method.AssignRole.descriptor,
      Bergulir_V1_AssignRoleRequest.self
    ) { $0.scope = malabutor },
    Probe(
      Bergulir_V1_PersonService.Method.EndAssignment.descriptor,
      Bergulir_V1_EndAssignmentRequest.self
    ) { $0.name = "assignments/1" },
    Probe(
      Bergulir_V1_PersonService.Method.ListAssignments.descriptor,
      Bergulir_V1_ListAssignmentsRequest.self
    ) { $0.person = "persons/1" },
    Probe(
      Bergulir_V1_PersonService.Method.FilePapers.descriptor,
      Bergulir_V1_FilePapersRequest.self
    ) { $0.name = "assignments/1" },
    Probe(
      Bergulir_V1_PersonService.Method.RecordTraining.descriptor,
      Bergulir_V1_RecordTrainingRequest.self
    ) { $0.persons = ["persons/1"] },
    Probe(
      Bergulir_V1_PersonService.Method.ListTrainings.descriptor,
      Bergulir_V1_ListTrainingsRequest.self
    ) { $0.person = "persons/1" },
    Probe(
      Bergulir_V1_PrincipalService.Method.CreatePrincipal.descriptor,
      Bergulir_V1_CreatePrincipalRequest.self
    ) { $0.person = "persons/1" },
    Probe(
      Bergulir_V1_PrincipalService.Method.ListPrincipals.descriptor,
      Bergulir_V1_ListPrincipalsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_TokenService.Method.IssueToken.descriptor,
      Bergulir_V1_IssueTokenRequest.self
    ) { $0.principal = "desk" },
    Probe(
      Bergulir_V1_TokenService.Method.RevokeToken.descriptor,
      Bergulir_V1_RevokeTokenRequest.self
    ) { $0.name = "tokens/1" },
    Probe(
      Bergulir_V1_TokenService.Method.ListTokens.descriptor,
      Bergulir_V1_ListTokensRequest.self
    ) { $0.principal = "desk" },
    Probe(
      Bergulir_V1_PolicyService.Method.SetPolicyBounds.descriptor,
      Bergulir_V1_SetPolicyBoundsRequest.self
    ) { $0.bounds.reason = "x" },
    Probe(
      Bergulir_V1_PolicyService.Method.GetPolicyBounds.descriptor,
      Bergulir_V1_GetPolicyBoundsRequest.self
    ) { _ in },
    Probe(
      Bergulir_V1_PolicyService.Method.ListPolicyBounds.descriptor,
      Bergulir_V1_ListPolicyBoundsRequest.self
    ) { _ in },
  ] + upkProbes + instrumentProbes + areaProbes
  + accountabilityProbes

private let instrumentProbes: [Probe] = [
  Probe(
    Bergulir_V1_ReportService.Method.GetAreaLoanProgress.descriptor,
    Bergulir_V1_GetAreaLoanProgressRequest.self
  ) { $0.parent = "regions/92.71.03.1004" },
  Probe(
    Bergulir_V1_ReportService.Method.GetAreaCollectability.descriptor,
    Bergulir_V1_GetAreaCollectabilityRequest.self
  ) { $0.parent = "regions/92.71.03.1004" },
  Probe(
    Bergulir_V1_CaseService.Method.ListEscalations.descriptor,
    Bergulir_V1_ListEscalationsRequest.self
  ) { $0.parent = "regions/92.71.03.1004" },
  Probe(
    Bergulir_V1_EligibilityService.Method.ListEligibility.descriptor,
    Bergulir_V1_ListEligibilityRequest.self
  ) { $0.parent = "regions/92.71.03.1004" },
  Probe(
    Bergulir_V1_EligibilityService.Method.GetInstrument.descriptor,
    Bergulir_V1_GetInstrumentRequest.self
  ) { _ in },
  Probe(
    Bergulir_V1_EligibilityService.Method.ListInstruments.descriptor,
    Bergulir_V1_ListInstrumentsRequest.self
  ) { _ in },
  Probe(
    Bergulir_V1_EligibilityService.Method.SetInstrument.descriptor,
    Bergulir_V1_SetInstrumentRequest.self
  ) { _ in },
]

private let guarded = PermissionTable.rows.filter { $0.value.reach != .open }.map(\.key)

@Test func `every guarded call has a probe`() {
  #expect(
    probes.map(\.method.fullyQualifiedMethod).sorted()
      == guarded.map(\.fullyQualifiedMethod).sorted())
}

@Test func `no guarded call is answered without a token`() async throws {
  try await Daemon.serving { daemon in
    for probe in probes {
      let found = await problem { try await probe.call(daemon.client, [:]) }
      #expect(found?.first.reason == "TOKEN_MISSING", "\(probe.method)")
    }
  }
}

/// Nobody is told whether a thing exists before they may know it.
@Test func `every role elsewhere is refused what needs it here`() async throws {
  try await Daemon.serving { daemon in
    let second = try await daemon.world.secondUPK()
    var tokens: [Role: Metadata] = [:]
    for role in Role.allCases {
      tokens[role] = try await daemon.token(role, in: .upk(second.upk.id))
    }
    for probe in probes {
      let row = try #require(PermissionTable.permission(for: probe.method))
      guard [.upk, .region, .area, .province].contains(row.reach) else { continue }
      for role in row.roles {
        let token = try #require(tokens[role])
        let found = await problem { try await probe.call(daemon.client, token) }
        #expect(found?.status == .permissionDenied, "\(row.name) as \(role)")
        #expect(found?.facts["permission"] == row.name)
      }
    }
  }
}

@Test func `a role that a call does not name is refused where it is held`() async throws {
  try await Daemon.serving { daemon in
    var tokens: [Role: Metadata] = [:]
    for role in Role.allCases { tokens[role] = try await daemon.token(role, in: .province) }
    for probe in probes {
      let row = try #require(PermissionTable.permission(for: probe.method))
      for role in Role.allCases where row.reach != .anyone && !row.roles.contains(role) {
        let token = try #require(tokens[role])
        let found = await problem { try await probe.call(daemon.client, token) }
        #expect(found?.status == .permissionDenied, "\(row.name) as \(role)")
      }
    }
  }
}

@Test func `a role held around the place lets the call pass`() async throws {
  try await Daemon.serving { daemon in
    let ward = daemon.world.upk.region
    for probe in probes {
      let row = try #require(PermissionTable.permission(for: probe.method))
      guard let role = row.roles.min(by: { $0.rawValue < $1.rawValue }) else { continue }
      let scope: Scope =
        switch row.reach {
        case .upk: .upk(daemon.world.upk.id)
        case .area: .region(ward)
        case .region: probe.method.method == "RegisterRegion" ? .province : .region(ward)
        default: .province
        }
      let token = try await daemon.token(role, in: scope)
      let found = await problem { try await probe.call(daemon.client, token) }
      #expect(found?.status != .permissionDenied, "\(row.name) as \(role)")
      #expect(found?.status != .unauthenticated, "\(row.name) as \(role)")
    }
  }
}
