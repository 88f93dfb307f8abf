public import RevolvingFund

/// The pack for the annual meeting of residents (RWT) as one page of HTML that needs nothing beside
/// itself (rules.md 6, P-16).
///
/// It is Indonesian, prints in black and white on a few sheets of A4, and names the unit, its board
/// and its place, and no other person or group.
public struct AnnualSheet: Hashable, Sendable {
  public let html: String

  public init(_ pack: AnnualPack, of place: NoticeSheet.Place) {
    let title = "Laporan pertanggungjawaban \(pack.year), \(place.upk)"
    let sections =
      AnnualStatements(pack).sections + AnnualFigures(pack).sections
      + AnnualDecisions(pack).sections
    html =
      Page(
        title: title, css: AnnualStyle.css,
        body: [AnnualSheet.header(pack, of: place), AnnualSheet.summary(pack), "<main>"] + sections
          + ["</main>", AnnualSheet.footer]
      ).html
  }

  private static func header(_ pack: AnnualPack, of place: NoticeSheet.Place) -> String {
    let state = pack.isClosed ? "" : " (sementara: tahun ini belum ditutup)"
    return """
      <header>
      <p class="kind">Laporan tahunan untuk Rembug Warga Tahunan</p>
      <h1>\(escaped(place.upk)), tahun \(pack.year)</h1>
      <p>\(escaped(place.bkm)) &middot; \(escaped(place.region))</p>
      <p class="day">Keadaan per \(indonesian(pack.balance.asOf))\(state)</p>
      </header>
      """
  }

  private static func summary(_ pack: AnnualPack) -> String {
    let board = pack.board
    let result =
      board.profit < .zero
      ? "rugi \(indonesian(Rupiah.zero - board.profit))" : "laba \(indonesian(board.profit))"
    return """
      <section class="status">
      <h2>\(NoticeWords.title(board.category))</h2>
      <p>Modal dana bergulir \(indonesian(board.capital.total)); \
      \(indonesian(board.outstanding)) dipinjam \(indonesian(board.groups)) KSM dengan \
      \(indonesian(board.borrowers)) anggota. \
      Tahun \(pack.year) pendapatan \(indonesian(board.income)), \
      biaya \(indonesian(board.cost)), \(result).</p>
      <p>\(NoticeWords.risk(board.par))</p>\
      \(NoticeWords.writtenOff(board).map { "\n<p>\($0)</p>" } ?? "")
      <p>\(NoticeWords.meaning(board.category))</p>
      </section>
      """
  }

  private static let footer = """
    <footer>
    <p><strong>Hak setiap warga:</strong> bertanya, melihat pembukuan UPK, dan mengadu kepada UPK,
    BKM, Pengawas atau kelurahan. Setiap pengaduan diberi nomor dan harus dijawab.</p>
    <p>Laporan ini tidak memuat nama peminjam. Semua angka dihitung dari pembukuan UPK.</p>
    <div class="signatures"><p>Manajer UPK ................</p>\
    <p>Koordinator BKM ................</p>\
    <p>Pengawas ................</p></div>
    </footer>
    """
}
