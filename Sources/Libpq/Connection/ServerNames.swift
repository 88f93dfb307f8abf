import CLibpq

/// What a connection string says of the servers behind it.
public enum ServerNames {
  /// Whether a connection string names more than one server.
  ///
  /// One that cannot be read names none: whoever connects by it is told why.
  public static func areSeveral(in connectionString: String) -> Bool {
    guard let options = unsafe PQconninfoParse(connectionString, nil) else { return false }
    defer { unsafe PQconninfoFree(options) }
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      let name = unsafe String(cString: keyword)
      if name == "host" || name == "hostaddr", let value = unsafe option.pointee.val,
        unsafe String(cString: value).contains(",")
      {
        return true
      }
      unsafe option += 1
    }
    return false
  }
}
