/// The accounts that every UPK begins with (rules.md 5.2, and 11012 and 11060 of rulings 13 and
/// 25).
///
/// No account exists for the board's own spending, nor for the supervisors' honorarium in class 5
/// (002 §LKM-1c).
public enum ChartOfAccounts {
  public static let standard: [Account] = [
    Account(AccountCode(11010), "Kas"),
    Account(AccountCode(11012), "Kas titipan tabungan"),
    Account(AccountCode(11021), "Bank UPK (bank perguliran)"),
    Account(AccountCode(11022), "Bank TR (tanggung renteng)"),
    Account(AccountCode(11030), "Pinjaman KSM"),
    Account(AccountCode(11040), "Jasa pinjaman yang masih harus diterima"),
    Account(AccountCode(11050), "Piutang pinjaman hapus buku (memo)"),
    Account(AccountCode(11060), "Piutang selisih kas dan penyalahgunaan"),
    Account(AccountCode(12010), "Cadangan risiko pinjaman"),
    Account(AccountCode(12020), "Inventaris dan harta tetap"),
    Account(AccountCode(12021), "Akumulasi penyusutan"),
    Account(AccountCode(21010), "Hutang"),
    Account(AccountCode(21020), "Tabungan KSM / tanggung renteng"),
    Account(AccountCode(21030), "Titipan angsuran"),
    Account(AccountCode(21040), "Dana sosial / alokasi laba belum dibayar"),
    Account(AccountCode(21050), "Honor Pengawas belum dibayar"),
    Account(AccountCode(31010), "Modal awal dana bergulir (P2KP)"),
    Account(AccountCode(31020), "Modal PNPM (BLM)"),
    Account(AccountCode(31030), "Modal lain / pemupukan modal dari laba"),
    Account(AccountCode(31040), "Laba tahun lalu"),
    Account(AccountCode(31050), "Laba tahun berjalan"),
    Account(AccountCode(41010), "Jasa pinjaman"),
    Account(AccountCode(41020), "Pendapatan non operasional (bunga bank)"),
    Account(AccountCode(41030), "Pendapatan lain dari kredit"),
    Account(AccountCode(51010), "Insentif UPK"),
    Account(AccountCode(51020), "Biaya rapat / KSM"),
    Account(AccountCode(51030), "ATK"),
    Account(AccountCode(51040), "Transport"),
    Account(AccountCode(51050), "Biaya KSM dan fotokopi"),
    Account(AccountCode(51060), "Biaya administrasi bank"),
    Account(AccountCode(51070), "Penyusutan"),
    Account(AccountCode(51080), "Biaya cadangan risiko pinjaman"),
    Account(AccountCode(51090), "Pajak bunga bank"),
  ]
}
