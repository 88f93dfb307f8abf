internal import FundAPI
internal import FundStore
internal import RevolvingFund

extension Desk {
  /// The scope that a caller named.
  ///
  /// - Throws: `Fault.upkNotFound`, `StoreError`.
  func scope(_ name: ScopeName) async throws -> Scope {
    switch name {
    case .province: return .province
    case .region(let code): return .region(code)
    case .upk(let code):
      guard let upk = try await store.upk(code: code) else { throw Fault.upkNotFound(code) }
      return .upk(upk.id)
    }
  }

  /// A scope as callers know it.
  ///
  /// - Throws: `StoreError`, `.corrupted` for a UPK that is not there.
  func name(of scope: Scope) async throws -> ScopeName {
    switch scope {
    case .province: return .province
    case .region(let code): return .region(code)
    case .upk(let id):
      guard let upk = try await store.upk(id) else {
        throw StoreError.corrupted("an assignment in UPK \(id.value), which does not exist")
      }
      return .upk(upk.code)
    }
  }
}
