internal import RevolvingFund

/// A drawing of 340 by some points; patterns tell its parts apart, as paper has no colour.
struct Plot {
  static let width = 340

  /// What a shape is filled with, from light to dark.
  enum Fill: String {
    case light, dots, lines, cross, solid

    var attribute: String {
      switch self {
      case .light: "fill=\"#fff\" stroke=\"#111\""
      case .solid: "fill=\"#111\" stroke=\"#111\""
      case .dots, .lines, .cross: "fill=\"url(#\(rawValue))\" stroke=\"#111\""
      }
    }
  }

  let height: Int
  /// What the drawing says, for those who cannot see it.
  let label: String
  private(set) var shapes: [String] = []

  init(height: Int, label: String) {
    self.height = height
    self.label = label
  }

  mutating func text(_ text: String, x: Int, y: Int, _ style: String = "") {
    shapes.append("<text x=\"\(x)\" y=\"\(y)\"\(style)>\(escaped(text))</text>")
  }

  mutating func bar(x: Int, y: Int, width: Int, height: Int, _ fill: Fill) {
    shapes.append(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" \(fill.attribute)/>")
  }

  mutating func line(y: Int, from x: Int = 0, isDashed: Bool = false) {
    let dashes = isDashed ? " stroke-dasharray=\"4 3\"" : ""
    shapes.append(
      "<line x1=\"\(x)\" y1=\"\(y)\" x2=\"\(Plot.width)\" y2=\"\(y)\" stroke=\"#111\"\(dashes)/>")
  }

  var svg: String {
    let open =
      "<svg viewBox=\"0 0 \(Plot.width) \(height)\" role=\"img\" aria-label=\"\(escaped(label))\">"
    return ([open] + shapes + ["</svg>"]).joined(separator: "\n")
  }

  /// What `Fill` names, once for all drawings of a page.
  static let patterns = """
    <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
    <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect width="5" height="5" fill="#fff"/><circle cx="2" cy="2" r="1" fill="#111"/></pattern>
    <pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect width="5" height="5" fill="#fff"/><path d="M0 5L5 0" stroke="#111"/></pattern>
    <pattern id="cross" width="5" height="5" patternUnits="userSpaceOnUse">\
    <rect width="5" height="5" fill="#fff"/><path d="M0 5L5 0M0 0L5 5" stroke="#111"/></pattern>
    </defs></svg>
    """

  static let end = " text-anchor=\"end\""
  static let middle = " text-anchor=\"middle\""
}

/// From an amount to a length, both from zero: the largest amount fills the length.
struct Scale {
  let length: Int
  let most: Int64

  /// Half up; a length is at least one where there is anything.
  func length(of amount: Int64) -> Int {
    guard most > 0, amount > 0 else { return 0 }
    let scaled = (Int128(amount) * Int128(length) * 2 + Int128(most)) / (Int128(most) * 2)
    return max(1, Int(scaled))
  }
}
