public import RevolvingFund

/// The notice-board sheet as one page of HTML that needs nothing beside itself (rules.md 6, P-15).
///
/// It is Indonesian, since a village reads it; it prints on one A4 page in black and white, and
/// names the unit, its board and its place, and no other person or group.
public struct NoticeSheet: Hashable, Sendable {
  public let html: String

  /// Whose sheet it is.
  public struct Place: Hashable, Sendable {
    public let upk: String
    public let bkm: String
    /// From the ward to the city: `Kelurahan Malabutor, Kota Sorong`.
    public let region: String

    public init(upk: String, bkm: String, region: String) {
      self.upk = upk
      self.bkm = bkm
      self.region = region
    }
  }

  /// A sheet with the newest event that its figures can rest on; `nil` where the unit has recorded
  /// nothing by then.
  public init(_ board: NoticeBoard, of place: Place, seal: ShortHash?) {
    let title = "Papan informasi pinjaman bergulir, \(place.upk), \(indonesian(board.month))"
    html =
      Page(
        title: title, css: NoticeStyle.css,
        body: [
          NoticeSheet.header(board, of: place), NoticeSheet.status(board), "<main>", "<div>",
          NoticeSheet.money(board),
          Page.section("Pendapatan dan biaya setiap bulan", FlowPlot(board).svg), "</div>",
          "<div>",
          Page.section("Lancar atau terlambat? (jumlah pinjaman)", ClassPlot(board).svg),
          Page.section("PAR setiap akhir bulan, dalam persen", RiskPlot(board).svg), "</div>",
          "</main>", NoticeSheet.footer(seal),
        ]
      ).html
  }

  private static func header(_ board: NoticeBoard, of place: Place) -> String {
    """
    <header>
    <p class="kind">Papan informasi pinjaman bergulir</p>
    <h1>\(escaped(place.upk))</h1>
    <p>\(escaped(place.bkm)) &middot; \(escaped(place.region))</p>
    <p class="day">Keadaan per \(indonesian(board.month.last))\
    \(board.isClosed ? "" : " (sementara: bulan ini belum ditutup)")</p>
    </header>
    """
  }

  private static func status(_ board: NoticeBoard) -> String {
    """
    <section class="status">
    <h2>\(NoticeWords.title(board.category))</h2>
    <p>\(NoticeWords.risk(board.par))</p>\
    \(NoticeWords.writtenOff(board).map { "\n<p>\($0)</p>" } ?? "")
    <p>\(NoticeWords.meaning(board.category))</p>
    </section>
    """
  }

  private static func money(_ board: NoticeBoard) -> String {
    let capital = board.capital
    let year = board.month.year
    let rows: [(String, Rupiah)] = [
      ("Modal dana bergulir", capital.total),
      (
        "Dipinjam \(indonesian(board.groups)) KSM, \(indonesian(board.borrowers)) anggota",
        board.outstanding
      ),
      ("Kas", capital.cash),
      ("Bank UPK", capital.bank),
      ("Tabungan KSM, terpisah", capital.savings),
      ("Pinjaman baru bulan ini: \(indonesian(board.traffic.loans))", board.traffic.lent),
      ("Pokok kembali bulan ini", board.traffic.principal),
      ("Jasa masuk bulan ini", board.traffic.serviceCharge),
      ("Pendapatan tahun \(year)", board.income),
      ("Biaya tahun \(year)", board.cost),
      board.profit < .zero
        ? ("Rugi tahun \(year)", .zero - board.profit) : ("Laba tahun \(year)", board.profit),
    ]
    let body = rows.map { label, amount in
      "<tr><th scope=\"row\">\(label)</th><td>\(indonesian(amount))</td></tr>"
    }
    return Page.section("Uang kita", "<table>\n\(body.joined(separator: "\n"))\n</table>")
  }

  private static func footer(_ seal: ShortHash?) -> String {
    """
    <footer>
    <p><strong>Hak setiap warga:</strong> bertanya, melihat pembukuan UPK, dan mengadu kepada UPK,
    BKM, Pengawas atau kelurahan. Setiap pengaduan diberi nomor dan harus dijawab.</p>
    <p><strong>KSM</strong>: kelompok yang meminjam bersama dan saling menanggung.
    <strong>Jasa</strong>: imbalan pinjaman. <strong>PAR</strong>: bagian pinjaman yang terlambat
    tiga bulan atau lebih; di bawah 10 % memuaskan, mulai 20 % penundaan.</p>
    <p>Lembar ini tidak memuat nama peminjam. Semua angka dihitung dari pembukuan UPK.</p>\
    \(seal.map(NoticeSheet.seal) ?? "")
    <div class="signatures"><p>Ditempel tanggal ................</p>\
    <p>Manajer UPK ................</p>\
    <p>Koordinator BKM ................</p></div>
    </footer>
    """
  }

  /// By what a printed sheet can be held against the books later.
  private static func seal(_ seal: ShortHash) -> String {
    """

    <p class="seal">Catatan \(seal.number):\(seal.grouped) &ndash; dengan angka ini Pengawas dapat \
    memeriksa kelak bahwa catatan di balik lembar ini tidak dihapus dan tidak ditulis ulang.</p>
    """
  }
}
