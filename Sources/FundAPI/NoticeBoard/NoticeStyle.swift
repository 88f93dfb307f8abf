/// How the notice-board sheet looks: one column on a telephone, two on paper, black on white.
enum NoticeStyle {
  static let css = """
    @page { size: A4; margin: 10mm }
    * { box-sizing: border-box }
    body { margin: 0 auto; max-width: 186mm; padding: 8px; background: #fff; color: #111;
      font: 15px/1.4 "DejaVu Sans", "Noto Sans", Arial, sans-serif }
    h1, h2, p { margin: 0 }
    h1 { font-size: 28px; line-height: 1.15 }
    h2 { font-size: 16px; margin-bottom: 6px }
    header { border-bottom: 4px solid #111; padding-bottom: 8px }
    .kind { font-weight: bold; letter-spacing: .06em; text-transform: uppercase }
    .day { font-weight: bold; margin-top: 2px }
    .status { border: 2px solid #111; margin: 10px 0; padding: 8px 12px }
    .status h2 { font-size: 21px }
    main { display: grid; gap: 0 24px; grid-template-columns: 1fr 1fr }
    main div { min-width: 0 }
    main section { margin-bottom: 14px }
    table { border-collapse: collapse; width: 100% }
    th { font-weight: normal; text-align: left }
    th, td { border-bottom: 1px solid #767676; padding: 3px 0; vertical-align: bottom }
    td { padding-left: 8px; text-align: right; white-space: nowrap }
    svg { display: block; height: auto; width: 100% }
    svg text { fill: #111; font: 12px "DejaVu Sans", "Noto Sans", Arial, sans-serif }
    svg.patterns { position: absolute; width: 0 }
    svg .small { font-size: 11px }
    svg .bold { font-weight: bold }
    footer { border-top: 2px solid #111; font-size: 13px; padding-top: 8px }
    footer p + p { margin-top: 4px }
    .seal { font-size: 11px }
    .signatures { display: flex; flex-wrap: wrap; gap: 8px 24px; justify-content: space-between;
      margin-top: 22px }
    .signatures p { margin: 0 }
    @media (max-width: 640px) { main { grid-template-columns: 1fr } h1 { font-size: 23px } }
    @media print { body { max-width: none; padding: 0 } section { break-inside: avoid }
      footer { break-inside: avoid } main section { margin-bottom: 7px }
      .status { margin: 7px 0 } th, td { padding-bottom: 1px; padding-top: 1px }
      .signatures { margin-top: 12px } }
    """
}
