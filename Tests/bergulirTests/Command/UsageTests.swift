import ArgumentParser
import FundAPI
import Testing

@testable import bergulir

/// What the program prints of a command line that it cannot run.
private func printed(_ line: String, _ variables: [String: String] = [:]) throws -> String {
  let words = line.split(separator: " ").map(String.init)
  let error = #expect(throws: (any Error).self) {
    try Bergulir.checkCommand(words)
    _ = try Bergulir.parseAsRoot(words)
  }
  return Main.usage(
    try #require(error), ["bergulir"] + words, Environment(variables: variables))
}

private func firstLine(_ text: String) -> Substring? { text.split(separator: "\n").first }

@Test(arguments: [
  (
    "loan sho", "There is no command 'sho'; choose show, list or collectability.",
    "Tidak ada perintah 'sho'; pilih show, list atau collectability."
  ),
  ("loan list", "--upk <upk> is missing.", "--upk <upk> belum diisi."),
  ("loan list --upk", "--upk <upk> has no value.", "--upk <upk> belum diisi nilainya."),
  (
    "loan list --upk aa --opem", "There is no option --opem; did you mean --open?",
    "Tidak ada opsi --opem; apakah maksud Anda --open?"
  ),
  (
    "loan list --upk aa --until-2017", "There is no option --until-2017.",
    "Tidak ada opsi --until-2017."
  ),
  (
    "loan list --upk aa --open=yes", "--open takes no value, but it has 'yes'.",
    "--open tidak memakai nilai, padahal diisi 'yes'."
  ),
  (
    "loan show aa/1 aa/2", "The command line has more than the command takes: 'aa/2'.",
    "Baris perintah memuat lebih dari yang dipakai perintah ini: 'aa/2'."
  ),
  (
    "loan show aa/1 aa/2 x", "The command line has more than the command takes: 'aa/2', 'x'.",
    "Baris perintah memuat lebih dari yang dipakai perintah ini: 'aa/2', 'x'."
  ),
  (
    "indicator show --upk aa --as-of 31-12-2017",
    "'31-12-2017' does not fit --as-of <as-of>: write a day as YYYY-MM-DD, such as 2017-12-31.",
    "'31-12-2017' tidak cocok untuk --as-of <as-of>: tulis tanggal sebagai TTTT-BB-HH, misalnya "
      + "2017-12-31."
  ),
  (
    "repayment record aa/1 --amount 8.22",
    "'8.22' does not fit --amount <amount>: write whole rupiah, such as 8220000 or 8.220.000.",
    "'8.22' tidak cocok untuk --amount <amount>: tulis rupiah bulat, misalnya 8220000 atau "
      + "8.220.000."
  ),
  (
    "repayment record aa/1 --amount 9223372036854775808",
    "'9223372036854775808' does not fit --amount <amount>: the largest amount is "
      + "Rp 999,999,999,999.",
    "'9223372036854775808' tidak cocok untuk --amount <amount>: jumlah terbesar adalah "
      + "Rp 999.999.999.999."
  ),
  (
    "loan list --upk aa -o yaml",
    "'yaml' does not fit -o <output>: choose table, json, jsonl or csv.",
    "'yaml' tidak cocok untuk -o <output>: pilih table, json, jsonl atau csv."
  ),
  (
    "loan list --upk aa --lang fr", "'fr' does not fit --lang <lang>: choose en or id.",
    "'fr' tidak cocok untuk --lang <lang>: pilih en atau id."
  ),
  (
    "capital receive --upk aa --amount 5 --source tax",
    "'tax' does not fit --source <source>: choose blm, p2kp, apbd or other.",
    "'tax' tidak cocok untuk --source <source>: pilih blm, p2kp, apbd atau other."
  ),
  (
    "region register 92 --name A --request-id 5", "'5' does not fit --request-id <request-id>.",
    "'5' tidak cocok untuk --request-id <request-id>."
  ),
  (
    "indicator history --upk aa --from 2017-12 --to 2017-01", "--from must not be after --to.",
    "--from tidak boleh sesudah --to."
  ),
  (
    "loan list --upk aa --page-size 0", "--page-size is 1 to 1000.",
    "--page-size harus 1 sampai 1000."
  ),
  (
    "approval sign aa/1 --verdict reject", "--verdict reject needs a reason: --note \"…\".",
    "--verdict reject perlu alasan: --note \"…\"."
  ),
])
func `a mistake in the command line is told in the reader's language`(
  line: String, english: String, indonesian: String
) throws {
  #expect(try firstLine(printed(line)) == "bergulir: \(english) [USAGE]")
  let variables = ["BERGULIR_LANG": "id"]
  #expect(try firstLine(printed(line, variables)) == "bergulir: \(indonesian) [USAGE]")
}

@Test func `the command's usage follows`() throws {
  #expect(
    try printed("loan list --lang id") == """
      bergulir: --upk <upk> belum diisi. [USAGE]
        Tambahkan --help pada perintah untuk melihat cara menulisnya.
        Cara pakai: bergulir loan list [<options>] --upk <upk>

      """)
  #expect(try printed("loan list").hasSuffix("Usage: bergulir loan list [<options>] --upk <upk>\n"))
}

@Test(arguments: [
  ("loan list --lang id", ["BERGULIR_LANG": "en"], "belum diisi"),
  ("loan list --lang=id", [:], "belum diisi"),
  ("loan list --lang en", ["BERGULIR_LANG": "id"], "is missing"),
  ("loan list --lang fr", ["BERGULIR_LANG": "id"], "tidak cocok"),
  ("loan list", ["BERGULIR_LANG": "fr"], "is missing"),
])
func `the language is known before the command line is`(
  line: String, variables: [String: String], words: String
) throws {
  #expect(try printed(line, variables).contains(words))
}

@Test(arguments: [
  "The value 'a'b' is strange", "Missing required subcommand.", "", "Unknown option",
  "The option '--x' does not take any value",
])
func `a text of the parser that is not known is shown as it is`(text: String) {
  let sentence = Sentence(parserText: text)
  #expect(sentence == CommandLineMistake.unforeseen(text).words)
  #expect(sentence.indonesian.hasPrefix("Baris perintah salah"))
}

@Test func `a value may hold what the parser's words hold`() {
  let text = "The value 'it's' is invalid for '--upk <upk>'"
  #expect(Sentence(parserText: text).english == "'it's' does not fit --upk <upk>.")
  #expect(
    Sentence(parserText: "Missing one of: '--a', '--b'").indonesian == "--a atau --b belum diisi.")
}
