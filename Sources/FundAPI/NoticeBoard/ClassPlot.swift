internal import RevolvingFund

/// The loans by class: a bar for each, as long as its part of the whole.
struct ClassPlot {
  let svg: String

  init(_ board: NoticeBoard) {
    let scale = Scale(length: Plot.width - 2, most: board.outstanding.amount)
    let label = board.classes.map { line in
      "\(NoticeWords.name(line.collectability)): \(indonesian(line.balance))"
    }
    var plot = Plot(
      height: board.classes.count * 38 + 2, label: label.joined(separator: "; "))
    for (place, line) in board.classes.enumerated() {
      let top = place * 38
      plot.text(
        "\(NoticeWords.name(line.collectability)) (\(indonesian(line.loans)))", x: 0, y: top + 12)
      plot.text(
        indonesian(line.balance), x: Plot.width, y: top + 12, Plot.end + " class=\"bold\"")
      plot.line(y: top + 32)
      let length = scale.length(of: line.balance.amount)
      if length > 0 {
        plot.bar(x: 1, y: top + 17, width: length, height: 15, ClassPlot.fill(line.collectability))
      }
    }
    svg = plot.svg
  }

  /// The darker, the later.
  private static func fill(_ collectability: Collectability) -> Plot.Fill {
    switch collectability {
    case .current: .light
    case .specialMention: .dots
    case .substandard: .lines
    case .doubtful: .cross
    case .loss: .solid
    }
  }
}
