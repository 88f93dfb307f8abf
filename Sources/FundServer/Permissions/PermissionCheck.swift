internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund

/// Holds a call against the table of permissions.
///
/// Whether a thing exists is looked up only for those who may know it.
struct PermissionCheck: Sendable {
  let store: FundStore

  /// What a call asks of its caller.
  ///
  /// - Throws: `Fault.permissionDenied` for a call without a row.
  func permission(for method: MethodDescriptor) throws(Fault) -> Permission {
    guard let row = PermissionTable.permission(for: method) else {
      throw .permissionDenied(permission: method.method)
    }
    return row
  }

  /// Lets the call pass, with the UPK that it names.
  ///
  /// - Throws: `Fault.fieldInvalid` for a place that is none, `Fault.permissionDenied`, and then
  ///   `Fault.upkNotFound`.
  func check(
    _ permission: Permission, message: some Sendable, _ call: inout Call
  ) async throws {
    let code = try PermissionCheck.code(in: message)
    if let code { call.namedUPK = try await store.upk(code: code) }
    let roles = held(by: call.identity, on: call.today)
      .filter { permission.roles.contains($0.role) }.map(\.scope)
    let isAllowed =
      switch permission.reach {
      case .open, .anyone: true
      case .anywhere: !roles.isEmpty
      case .province: roles.contains(.province)
      case .region: try covers(roles, regionOf: message)
      case .area where code != nil: covers(roles, call.namedUPK)
      case .area: try covers(roles, areaOf: message)
      case .upk: covers(roles, call.namedUPK)
      }
    guard isAllowed else {
      throw Fault.permissionDenied(
        permission: permission.name, roles: Role.allCases.filter(permission.roles.contains))
    }
    if let code, call.namedUPK == nil {
      throw Fault.upkNotFound(code)
    }
  }

  private func held(by identity: Identity?, on day: Day) -> [Assignment] {
    identity?.assignments.filter { $0.holds(on: day) } ?? []
  }

  /// The UPK that a request is about; `nil` for one that is about none.
  private static func code(in message: some Sendable) throws(Fault) -> Code? {
    if let named = message as? any PlaceScopedRequest {
      guard case .upk(let code) = ScopeName(named.areaField.text) else { return nil }
      return code
    }
    guard let field = (message as? any UPKScopedRequest)?.upkField else { return nil }
    guard !field.text.isEmpty else { throw .fieldMissing(field.name) }
    guard let upk = ResourceName(field.text)?.upk else {
      throw .fieldInvalid(field.name, expected: .resourceName("upks/CODE/..."))
    }
    return upk
  }

  /// Of a UPK that does not exist, only those hear who hold the role everywhere.
  private func covers(_ scopes: [Scope], _ upk: UPK?) -> Bool {
    guard let upk else { return scopes.contains(.province) }
    return scopes.contains { $0.covers(upk) }
  }

  private func covers(
    _ scopes: [Scope], regionOf message: some Sendable
  ) throws(Fault) -> Bool {
    guard let named = message as? any RegionScopedRequest else { return false }
    let region = try named.regionField.regionCode()
    return scopes.contains { scope in
      switch scope {
      case .province: true
      case .region(let code): region.isWithin(code)
      case .upk: false
      }
    }
  }

  private func covers(
    _ scopes: [Scope], areaOf message: some Sendable
  ) throws(Fault) -> Bool {
    guard let named = message as? any AreaScopedRequest else { return false }
    let area = try named.areaField.area()
    return scopes.contains { scope in
      switch scope {
      case .province: true
      case .region(let code): area.map { $0.isWithin(code) } ?? false
      case .upk: false
      }
    }
  }
}
