/// The same text in both languages.
public struct Sentence: Hashable, Sendable {
  public let english: String
  public let indonesian: String

  public init(english: String, indonesian: String) {
    self.english = english
    self.indonesian = indonesian
  }

  public subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .indonesian: indonesian
    }
  }
}

/// What people read differently by language: amounts, days, names of roles and states.
public protocol Worded {
  var words: Sentence { get }
}

extension Sentence: Worded {
  public var words: Sentence { self }
}
