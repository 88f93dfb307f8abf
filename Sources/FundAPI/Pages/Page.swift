internal import RevolvingFund

/// A page of HTML in Indonesian that needs nothing beside itself.
struct Page {
  let title: String
  let css: String
  /// What stands in the body, in its order.
  let body: [String]

  var html: String {
    let head = [
      "<!DOCTYPE html>", "<html lang=\"id\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(escaped(title))</title>", "<style>", css, "</style>", "</head>", "<body>",
      Plot.patterns,
    ]
    return (head + body + ["</body>", "</html>"]).map { $0 + "\n" }.joined()
  }

  /// A part with its heading.
  static func section(_ title: String, _ content: String, style: String = "") -> String {
    "<section\(style)>\n<h2>\(title)</h2>\n\(content)\n</section>"
  }
}

/// What people wrote, fit for HTML.
func escaped(_ text: String) -> String {
  text.reduce(into: "") { escaped, character in
    switch character {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    default: escaped.append(character)
    }
  }
}

/// A value as Indonesian writes it.
func indonesian(_ value: some Worded) -> String { value.words.indonesian }

/// A count as Indonesian writes it, with dots between thousands.
func indonesian(_ count: Int) -> String { Rupiah(Int64(count)).figures.indonesian }
