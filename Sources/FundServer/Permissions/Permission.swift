internal import RevolvingFund

/// What a caller must be to make a call.
struct Permission: Hashable, Sendable {
  /// The name by which a refusal and the log tell it, such as `repayment.record`.
  let name: String
  let roles: Set<Role>
  let reach: Reach

  init(_ name: String, _ roles: Set<Role>, _ reach: Reach) {
    self.name = name
    self.roles = roles
    self.reach = reach
  }
}

/// Where one of the roles must be held.
enum Reach: Hashable, Sendable {
  /// Nobody has to say who they are.
  case open
  /// Everybody with a good token, whatever their roles.
  case anyone
  /// In any scope: the call names no place.
  case anywhere
  /// In the whole province.
  case province
  /// In a scope around the region that the request names.
  case region
  /// In a scope around the area that the request names.
  case area
  /// In a scope around the UPK that the request names.
  case upk
}
