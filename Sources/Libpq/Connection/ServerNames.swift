import CLibpq

/// What a connection string says of the servers behind it.
public enum ServerNames {
  /// Whether a connection string names more than one server.
  ///
  /// One that cannot be read names none: whoever connects by it is told why.
  public static func areSeveral(in connectionString: String) -> Bool {
    (parts(of: connectionString) ?? []).contains { name, value in
      (name == "host" || name == "hostaddr") && value.contains(",")
    }
  }

  /// The keywords of a connection string with their values; `nil` for one that cannot be read.
  public static func parts(of connectionString: String) -> [(name: String, value: String)]? {
    guard let options = unsafe PQconninfoParse(connectionString, nil) else { return nil }
    defer { unsafe PQconninfoFree(options) }
    var parts: [(name: String, value: String)] = []
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      if let value = unsafe option.pointee.val {
        parts.append((unsafe String(cString: keyword), unsafe String(cString: value)))
      }
      unsafe option += 1
    }
    return parts
  }
}
