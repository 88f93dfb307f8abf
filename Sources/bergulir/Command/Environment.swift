import FoundationEssentials
import FundAPI

/// The variables that the program reads.
struct Environment: Sendable {
  let variables: [String: String]

  /// This process's.
  static var current: Environment {
    Environment(variables: ProcessInfo.processInfo.environment)
  }

  /// A variable that is set to something.
  subscript(name: String) -> String? {
    variables[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What `BERGULIR_LANG` says, else English.
  var language: Language {
    self["BERGULIR_LANG"].flatMap(Language.init(rawValue:)) ?? .english
  }

  /// Where the contexts are kept: `$XDG_CONFIG_HOME/bergulir`, else `~/.config/bergulir`.
  ///
  /// - Throws: `homeMissing`.
  func configurationFolder() throws(Complaint) -> String {
    if let folder = self["XDG_CONFIG_HOME"] { return folder + "/bergulir" }
    guard let home = self["HOME"] else { throw Complaint(.homeMissing) }
    return home + "/.config/bergulir"
  }
}
