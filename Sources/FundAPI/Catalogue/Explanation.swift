/// What a violation says to people: what is wrong, with its numbers, and what to do next.
struct Explanation {
  let message: Sentence
  let remedy: Sentence

  /// English first, then Indonesian; then the same for what to do next.
  init(
    _ english: Phrase<EnglishTongue>, _ indonesian: Phrase<IndonesianTongue>,
    next remedy: Phrase<EnglishTongue>, _ remedyIndonesian: Phrase<IndonesianTongue>
  ) {
    message = Sentence(english, indonesian)
    self.remedy = Sentence(remedy, remedyIndonesian)
  }

  /// The same about one voucher of a list; as it is where there is no list.
  func onVoucher(_ line: Int?) -> Explanation {
    guard let line else { return self }
    return Explanation(
      message: Sentence(
        english: "Line \(line): \(message.english)",
        indonesian: "Baris \(line): \(message.indonesian)"),
      remedy: remedy)
  }

  init(message: Sentence, remedy: Sentence) {
    self.message = message
    self.remedy = remedy
  }
}
