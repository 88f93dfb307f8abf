internal import RevolvingFund

/// A table of a page: a name in each line, and figures beside it.
struct PageTable {
  private let heading: [String]
  private var lines: [String] = []

  /// The first word heads the names; no words, no heading.
  init(_ heading: String...) {
    self.heading = heading
  }

  /// A line; the name is text that people may have written.
  mutating func add(_ name: String, _ figures: String...) {
    add(line: name, figures, style: "")
  }

  /// A line that sums up those above it.
  mutating func sum(_ name: String, _ figures: String...) {
    add(line: name, figures, style: " class=\"sum\"")
  }

  /// A line that says what those below it are.
  mutating func group(_ name: String) {
    let width = max(1, heading.count)
    lines.append(
      "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(width)\">\(escaped(name))</th></tr>")
  }

  var html: String {
    let head =
      heading.isEmpty
      ? []
      : [
        "<thead><tr>" + heading.map { "<th scope=\"col\">\($0)</th>" }.joined() + "</tr></thead>"
      ]
    return (["<table>"] + head + ["<tbody>"] + lines + ["</tbody>", "</table>"])
      .joined(separator: "\n")
  }

  private mutating func add(line name: String, _ figures: [String], style: String) {
    let cells = figures.map { "<td>\($0)</td>" }.joined()
    lines.append("<tr\(style)><th scope=\"row\">\(escaped(name))</th>\(cells)</tr>")
  }
}

extension Rupiah {
  /// The amount for a column that says what it holds: `12.330.000`.
  var column: String { figures.indonesian }
}
