import FundAPI

// The argument parser tells no more of a mistake than its English text, so what it found is known
// by its words. A text that is not known is shown as it is.

extension Sentence {
  /// The argument parser's message in both languages.
  init(parserText text: String) {
    let mistake = CommandLineMistake(valueText: text)
    self =
      mistake?.words ?? Sentence(oneText: text)
      ?? (CommandLineMistake(nameText: text) ?? .unforeseen(text)).words
  }
}

extension CommandLineMistake {
  /// What is said of a value that cannot be read; `nil` for other texts.
  fileprivate init?(valueText text: String) {
    guard let rest = text.after("The value '"),
      let (value, named) = rest.cut(at: "' is invalid for '"),
      let (option, correction) = named.cut(at: "'")
    else { return nil }
    self = .valueWrong(
      String(value), of: String(option), correction: Sentence(correctionText: correction))
  }

  /// What is said of options, arguments and words by their names; `nil` for other texts.
  fileprivate init?(nameText text: String) {
    if let (option, similar) = text.after("Unknown option '")?.cut(at: "'") {
      let name = similar.after(". Did you mean '")?.dropLast(2)
      self = .optionUnknown(String(option), similar: name.map(String.init))
    } else if let option = text.after("Missing value for '") {
      self = .valueMissing(of: String(option.dropLast()))
    } else if let (option, rest) = text.after("The option '")?.cut(at: "' does not take any value"),
      let (value, _) = rest.after(", but '")?.cut(at: "' was specified")
    {
      self = .valueUnneeded(String(value), of: String(option))
    } else if let word = text.after("Unexpected argument '") {
      self = .wordsUnexpected([String(word.dropLast())])
    } else if let (_, words) = text.cut(at: " unexpected arguments: ") {
      self = .wordsUnexpected(words.quoted)
    } else if let argument = text.after("Missing expected argument '") {
      self = .argumentMissing(String(argument.dropLast()))
    } else if let arguments = text.after("Missing one of: ") {
      self = .oneMissing(arguments.quoted)
    } else {
      return nil
    }
  }
}

extension Sentence {
  /// What the parser says after a value that cannot be read: nothing, our words, or the choices.
  fileprivate init?(correctionText text: Substring) {
    if let words = text.after(": ") {
      self = Sentence(oneText: words) ?? Sentence(english: "\(words)", indonesian: "\(words)")
    } else if let lines = text.after(". Please provide one of the following:\n") {
      let choices = lines.split(separator: "\n").map { String($0.drop { " -".contains($0) }) }
      self = ArgumentCorrection.chooseFrom(choices).words
    } else if let choices = text.after(". Please provide one of ") {
      self = ArgumentCorrection.chooseFrom(choices.quoted).words
    } else {
      return nil
    }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// What follows a beginning; `nil` where the text does not begin so.
  fileprivate func after(_ beginning: String) -> Substring? {
    hasPrefix(beginning) ? dropFirst(beginning.count) : nil
  }

  /// What stands before and after the first mark; `nil` without one.
  fileprivate func cut(at mark: String) -> (Substring, Substring)? {
    firstRange(of: mark).map { (self[..<$0.lowerBound], self[$0.upperBound...]) }
  }

  /// What stands between single quotes.
  fileprivate var quoted: [String] {
    split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
