/// How an answer says that it was read from a standby of the database.
public enum StandbyNote {
  /// The key of the metadata that such an answer begins with: the whole seconds that the standby
  /// was behind the primary at most, in decimal digits.
  public static let key = "bergulir-standby-behind-seconds"
}
