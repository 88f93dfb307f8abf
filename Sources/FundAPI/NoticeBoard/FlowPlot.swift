internal import RevolvingFund

/// Income and cost of each month, side by side.
struct FlowPlot {
  let svg: String

  private static let room = 124
  private static let top = 34

  init(_ board: NoticeBoard) {
    let readings = board.readings
    let amounts = readings.flatMap { [$0.income, $0.cost] }
    let most = max(.zero, amounts.max() ?? .zero)
    // What is taken back in a month can exceed what came in: such a column hangs down.
    let least = max(.zero, Rupiah.zero - (amounts.min() ?? .zero))
    let scale = Scale(length: FlowPlot.room, most: (most + least).amount)
    let base = FlowPlot.top + scale.length(of: most.amount)
    let label = readings.map { reading in
      "\(indonesian(reading.month)): pendapatan \(indonesian(reading.income)),"
        + " biaya \(indonesian(reading.cost))"
    }
    var plot = Plot(height: FlowPlot.top + FlowPlot.room + 30, label: label.joined(separator: "; "))
    plot.bar(x: 1, y: 2, width: 12, height: 12, .light)
    plot.text("pendapatan", x: 18, y: 12)
    plot.bar(x: 101, y: 2, width: 12, height: 12, .lines)
    plot.text("biaya", x: 118, y: 12)
    plot.text("tertinggi \(indonesian(most))", x: Plot.width, y: 12, Plot.end)
    plot.line(y: base)
    let step = Plot.width / max(1, readings.count)
    for (place, reading) in readings.enumerated() {
      let x = place * step
      for (offset, amount, fill) in [
        (3, reading.income, Plot.Fill.light), (step / 2, reading.cost, .lines),
      ] {
        let height = scale.length(of: Int64(amount.amount.magnitude))
        guard height > 0 else { continue }
        plot.bar(
          x: x + offset, y: amount < .zero ? base : base - height, width: step / 2 - 3,
          height: height, fill)
      }
      plot.text(
        NoticeWords.short(reading.month), x: x + step / 2, y: FlowPlot.top + FlowPlot.room + 22,
        Plot.middle + " class=\"small\"")
    }
    svg = plot.svg
  }
}
