extension Retelling {
  /// Expects the accounts that every UPK begins with (rules.md 5.2; 0, rulings 13 and 25).
  mutating func openChart() {
    for (code, name) in Retelling.chart {
      expect(.account, Cells(["code": code, "name": name]))
    }
  }

  private static let chart: KeyValuePairs<Int, String> = [
    11010: "Kas", 11012: "Kas titipan tabungan", 11021: "Bank UPK (bank perguliran)",
    11022: "Bank TR (tanggung renteng)", 11030: "Pinjaman KSM",
    11040: "Jasa pinjaman yang masih harus diterima",
    11050: "Piutang pinjaman hapus buku (memo)",
    11060: "Piutang selisih kas dan penyalahgunaan", 12010: "Cadangan risiko pinjaman",
    12020: "Inventaris dan harta tetap", 12021: "Akumulasi penyusutan", 21010: "Hutang",
    21020: "Tabungan KSM / tanggung renteng", 21030: "Titipan angsuran",
    21040: "Dana sosial / alokasi laba belum dibayar", 21050: "Honor Pengawas belum dibayar",
    31010: "Modal awal dana bergulir (P2KP)", 31020: "Modal PNPM (BLM)",
    31030: "Modal lain / pemupukan modal dari laba", 31040: "Laba tahun lalu",
    31050: "Laba tahun berjalan", 41010: "Jasa pinjaman",
    41020: "Pendapatan non operasional (bunga bank)", 41030: "Pendapatan lain dari kredit",
    51010: "Insentif UPK", 51020: "Biaya rapat / KSM", 51030: "ATK", 51040: "Transport",
    51050: "Biaya KSM dan fotokopi", 51060: "Biaya administrasi bank", 51070: "Penyusutan",
    51080: "Biaya cadangan risiko pinjaman", 51090: "Pajak bunga bank",
  ]
}
