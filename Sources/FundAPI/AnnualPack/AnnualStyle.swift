/// How the annual pack looks: the notice board's way, over as many pages as it takes.
enum AnnualStyle {
  static let css =
    NoticeStyle.css + "\n" + """
      main section { break-inside: avoid }
      main .wide { grid-column: 1 / -1 }
      main section > p { margin-top: 6px }
      .small table { font-size: 13px }
      thead th { border-bottom: 2px solid #111; font-weight: bold; vertical-align: bottom }
      thead th + th { padding-left: 8px; text-align: right }
      .sum th, .sum td { border-bottom: 2px solid #111; font-weight: bold }
      .group th { font-weight: bold; padding-top: 10px }
      @media print { .group th { padding-top: 6px } }
      """
}
