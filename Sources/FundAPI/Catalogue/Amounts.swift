public import RevolvingFund

// How amounts, rates and days are written: with a point before decimals and commas between
// thousands in English, the other way round in Indonesian.

extension Rupiah: Worded {
  /// The amount as `Rp 12,330,000`, in Indonesian `Rp 12.330.000`.
  public var words: Sentence {
    let sign = amount < 0 ? "-" : ""
    return Sentence(
      english: "\(sign)Rp \(grouped(amount.magnitude, ","))",
      indonesian: "\(sign)Rp \(grouped(amount.magnitude, "."))")
  }

  /// The amount without its currency, for columns: `12,330,000`, in Indonesian `12.330.000`.
  public var figures: Sentence {
    let sign = amount < 0 ? "-" : ""
    return Sentence(
      english: sign + grouped(amount.magnitude, ","),
      indonesian: sign + grouped(amount.magnitude, "."))
  }
}

extension Sentence {
  /// A number that counts something: `12,330`, in Indonesian `12.330`.
  init(figures number: Int) {
    self.init(
      english: (number < 0 ? "-" : "") + grouped(UInt64(number.magnitude), ","),
      indonesian: (number < 0 ? "-" : "") + grouped(UInt64(number.magnitude), "."))
  }
}

/// The digits with a mark after every third from the right.
private func grouped(_ number: UInt64, _ mark: String) -> String {
  let digits = Array(String(number))
  let first = digits.count % 3 == 0 ? 3 : digits.count % 3
  let starts = [0] + Array(stride(from: first, to: digits.count, by: 3))
  let ends = starts.dropFirst() + [digits.count]
  return zip(starts, ends).map { String(digits[$0..<$1]) }.joined(separator: mark)
}

/// A percentage as the core has rounded it.
public struct Percent: Hashable, Sendable, Worded {
  /// With a decimal point, such as `61.65`; `nil` when there was nothing to divide by.
  public let text: String?

  /// A percentage as the wire writes it; the empty text stands for "not rated".
  public init(text: String) {
    self.text = text.isEmpty ? nil : text
  }

  /// The percentage that an indicator shows for a ratio.
  public init(_ ratio: Ratio, as kind: IndicatorKind) {
    text = ratio.percentText(decimals: kind.decimals, boundaries: kind.boundaries)
  }

  /// The percentage as `61.65 %`, in Indonesian `61,65 %`.
  public var words: Sentence {
    guard let text else { return PerformanceCategory.notRated.words }
    return Sentence(english: "\(text) %", indonesian: "\(withComma(text)) %")
  }
}

extension MonthlyRate: Worded {
  /// The rate as `1.5 % a month`, in Indonesian `1,5 % sebulan`.
  public var words: Sentence {
    let places = String(millionths % 10_000 + 10_000).dropFirst()
    let decimals = places.reversed().drop { $0 == "0" }.reversed()
    let text = "\(millionths / 10_000)" + (decimals.isEmpty ? "" : ".\(String(decimals))")
    return Sentence(english: "\(text) % a month", indonesian: "\(withComma(text)) % sebulan")
  }
}

/// A number's text with a decimal comma in place of its point.
private func withComma(_ text: String) -> String {
  String(text.map { $0 == "." ? "," : $0 })
}

extension Day: Worded {
  /// The day as `2017-12-31`, in Indonesian `31-12-2017`.
  public var words: Sentence {
    let parts = description.split(separator: "-")
    return Sentence(
      english: description, indonesian: parts.reversed().joined(separator: "-"))
  }
}

extension Month: Worded {
  /// The month as `2017-12`, in Indonesian `12-2017`.
  public var words: Sentence {
    let parts = description.split(separator: "-")
    return Sentence(
      english: description, indonesian: parts.reversed().joined(separator: "-"))
  }
}
