internal import RevolvingFund

extension Rejection {
  var message: Sentence { Sentence(english: code.rawValue, indonesian: code.rawValue) }
  var remedy: Sentence { Sentence(english: "", indonesian: "") }
}
extension Fault {
  var message: Sentence { Sentence(english: code.rawValue, indonesian: code.rawValue) }
  var remedy: Sentence { Sentence(english: "", indonesian: "") }
}
