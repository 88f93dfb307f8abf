/// Text in one language, in which amounts, days and names are put in that language's way.
struct Phrase<Tongue: SpokenLanguage>: ExpressibleByStringInterpolation {
  let text: String

  init(stringLiteral value: String) {
    text = value
  }

  init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  struct Interpolation: StringInterpolationProtocol {
    var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    mutating func appendInterpolation(_ value: some Worded) {
      text += value.words[Tongue.language]
    }

    /// Several names, with "or" before the last.
    mutating func appendInterpolation(anyOf values: [some Worded]) {
      text += list(values.map { $0.words[Tongue.language] }, Tongue.or)
    }

    /// Several names, with "and" before the last.
    mutating func appendInterpolation(allOf values: [some Worded]) {
      text += list(values.map { $0.words[Tongue.language] }, Tongue.and)
    }

    mutating func appendInterpolation(anyOf values: [String]) {
      text += list(values, Tongue.or)
    }

    /// A name, a code or a number of a thing, the same in every language.
    mutating func appendInterpolation(_ name: String) {
      text += name
    }

    mutating func appendInterpolation(_ count: some BinaryInteger) {
      text += "\(count)"
    }

    /// A count with its noun, in the singular for one.
    mutating func appendInterpolation(
      _ count: some BinaryInteger, _ singular: String, _ plural: String
    ) {
      text += "\(count) \(count == 1 ? singular : plural)"
    }

    private func list(_ names: [String], _ joiner: String) -> String {
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " \(joiner) " + last
    }
  }
}

/// A language as a type, so that a phrase is checked to be in the right one.
protocol SpokenLanguage {
  static var language: Language { get }
  static var or: String { get }
  static var and: String { get }
}

enum EnglishTongue: SpokenLanguage {
  static var language: Language { .english }
  static var or: String { "or" }
  static var and: String { "and" }
}

enum IndonesianTongue: SpokenLanguage {
  static var language: Language { .indonesian }
  static var or: String { "atau" }
  static var and: String { "dan" }
}

extension Sentence {
  /// English first, then Indonesian.
  init(_ english: Phrase<EnglishTongue>, _ indonesian: Phrase<IndonesianTongue>) {
    self.init(english: english.text, indonesian: indonesian.text)
  }
}
