internal import RevolvingFund

/// PAR at the end of each month, with the two limits that decide whom the UPK may lend to.
struct RiskPlot {
  let svg: String

  private static let base = 168
  private static let room = 140
  private static let left = 34

  init(_ board: NoticeBoard) {
    let readings = board.readings
    let most = max(30, readings.map { RiskPlot.permille($0.par.inputs) / 10 }.max() ?? 0)
    // Up to the next ten, so that the highest column stays below the top.
    let top = (most / 10 + 1) * 10
    let scale = Scale(length: RiskPlot.room, most: Int64(top * 10))
    let label = readings.map { reading in
      "\(indonesian(reading.month)): \(indonesian(Percent(text: reading.par.percent ?? "")))"
    }
    var plot = Plot(height: 188, label: "PAR: " + label.joined(separator: "; "))
    for limit in [10, 20] {
      let y = RiskPlot.base - scale.length(of: Int64(limit * 10))
      plot.line(y: y, from: RiskPlot.left, isDashed: true)
      plot.text("\(limit) %", x: RiskPlot.left - 4, y: y + 4, Plot.end + " class=\"small\"")
    }
    plot.line(y: RiskPlot.base, from: RiskPlot.left)
    let step = (Plot.width - RiskPlot.left) / max(1, readings.count)
    for (place, reading) in readings.enumerated() {
      let x = RiskPlot.left + place * step
      let height = scale.length(of: Int64(RiskPlot.permille(reading.par.inputs)))
      if height > 0 {
        plot.bar(
          x: x + 4, y: RiskPlot.base - height, width: step - 8, height: height,
          RiskPlot.fill(reading.par))
      }
      plot.text(
        RiskPlot.whole(reading.par.inputs), x: x + step / 2, y: RiskPlot.base - height - 4,
        Plot.middle + " class=\"small\"")
      plot.text(
        NoticeWords.short(reading.month), x: x + step / 2, y: RiskPlot.base + 15,
        Plot.middle + " class=\"small\"")
    }
    svg = plot.svg
  }

  /// Thousandths, half up, for lengths; the words on the sheet are exact.
  private static func permille(_ ratio: Ratio) -> Int {
    guard ratio.isRated else { return 0 }
    return Int(
      (Int128(ratio.numerator) * 2_000 + Int128(ratio.denominator))
        / (Int128(ratio.denominator) * 2))
  }

  /// The whole percents, half up, but cut off where a column would say 10 or 20 and is below it; a
  /// dash without loans.
  static func whole(_ par: Ratio) -> String {
    guard par.isRated else { return "–" }
    let (numerator, denominator) = (Int128(par.numerator), Int128(par.denominator))
    let rounded = (numerator * 200 + denominator) / (denominator * 2)
    return "\([10, 20].contains(rounded) ? numerator * 100 / denominator : rounded)"
  }

  private static func fill(_ par: Indicator) -> Plot.Fill {
    switch par.category {
    case .satisfactory, .notRated: .light
    case .minimum: .lines
    case .suspended: .solid
    }
  }
}
