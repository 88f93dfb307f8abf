extension CommandLineMistake: Worded {
  /// What is wrong with the command line.
  public var words: Sentence {
    switch self {
    case .commandUnknown(let word, let known):
      Sentence(
        "There is no command '\(word)'; choose \(anyOf: known).",
        "Tidak ada perintah '\(word)'; pilih \(anyOf: known).")
    case .optionBeforeCommand(let option, let command):
      Sentence(
        "\(option) stands before '\(command)'; options come after the command.",
        "\(option) ada di depan '\(command)'; opsi ditulis sesudah perintah.")
    case .optionUnknown(let option, let similar?):
      Sentence(
        "There is no option \(option); did you mean \(similar)?",
        "Tidak ada opsi \(option); apakah maksud Anda \(similar)?")
    case .optionUnknown(let option, nil):
      Sentence("There is no option \(option).", "Tidak ada opsi \(option).")
    case .valueMissing(let option):
      Sentence("\(option) has no value.", "\(option) belum diisi nilainya.")
    case .valueUnneeded(let value, let option):
      Sentence(
        "\(option) takes no value, but it has '\(value)'.",
        "\(option) tidak memakai nilai, padahal diisi '\(value)'.")
    case .valueWrong(let value, let option, let correction?):
      Sentence(
        "'\(value)' does not fit \(option): \(correction).",
        "'\(value)' tidak cocok untuk \(option): \(correction).")
    case .valueWrong(let value, let option, nil):
      Sentence("'\(value)' does not fit \(option).", "'\(value)' tidak cocok untuk \(option).")
    case .wordsUnexpected(let words):
      Sentence(
        "The command line has more than the command takes: \(quoted(words)).",
        "Baris perintah memuat lebih dari yang dipakai perintah ini: \(quoted(words)).")
    case .argumentMissing(let argument):
      Sentence("\(argument) is missing.", "\(argument) belum diisi.")
    case .oneMissing(let arguments):
      Sentence("\(anyOf: arguments) is missing.", "\(anyOf: arguments) belum diisi.")
    case .unforeseen(let text):
      Sentence(
        "The command line is wrong: \(text)",
        "Baris perintah salah; pesan aslinya berbahasa Inggris: \(text)")
    }
  }

  private func quoted(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension OptionMistake: Worded {
  /// What is wrong with an option.
  public var words: Sentence {
    switch self {
    case .languageUnknown(let text):
      Sentence(
        "BERGULIR_LANG is '\(text)'; write \(anyOf: Language.allCases.map(\.rawValue)).",
        "BERGULIR_LANG berisi '\(text)'; tulis \(anyOf: Language.allCases.map(\.rawValue)).")
    case .spanReversed:
      Sentence("--from must not be after --to.", "--from tidak boleh sesudah --to.")
    case .areaUnclear:
      Sentence(
        "Give either --province or --region, and not both.",
        "Isi --province atau --region, jangan keduanya.")
    case .placeUnclear:
      Sentence(
        "Give one of --upk, --region and --province.",
        "Isi salah satu dari --upk, --region, dan --province.")
    case .pageSizeOutOfRange:
      Sentence("--page-size is 1 to 1000.", "--page-size harus 1 sampai 1000.")
    case .pageTokenBesideAll:
      Sentence(
        "--all begins at the first page; leave out --page-token.",
        "--all dimulai dari halaman pertama; jangan pakai --page-token.")
    case .allBesideOtherShares:
      Sentence(
        "--share all=RUPIAH stands alone: it is every member's share.",
        "--share all=RUPIAH harus berdiri sendiri: itu bagian tiap anggota.")
    case .oneOfUPKAndAll:
      Sentence(
        "Give --upk with one UPK, or --all.", "Isi --upk dengan satu UPK, atau pakai --all.")
    case .oneOfUPKAndProvince:
      Sentence(
        "Give --upk with one UPK, or --province.",
        "Isi --upk dengan satu UPK, atau pakai --province.")
    case .oneOfUPKProvinceAndAll:
      Sentence(
        "Give --upk with one UPK, --province, or --all.",
        "Isi --upk dengan satu UPK, atau pakai --province, atau --all.")
    case .headsWithoutKey:
      Sentence(
        "Give --heads and --public-key together, or neither.",
        "Isi --heads dan --public-key bersama-sama, atau jangan keduanya.")
    case .printedWithoutUPK:
      Sentence(
        "--printed goes with --upk: a sheet is of one UPK.",
        "--printed dipakai bersama --upk: satu lembar untuk satu UPK.")
    case .oneOfUPKAndArea:
      Sentence(
        "Give --upk with one UPK, --area with a region, or --province.",
        "Isi --upk dengan satu UPK, --area dengan satu wilayah, atau pakai --province.")
    case .atOnceOutOfRange:
      Sentence("--at-once is 1 to 8.", "--at-once harus 1 sampai 8.")
    case .onlyForAreas:
      Sentence(
        "--catch-up and --at-once go with --area or --province.",
        "--catch-up dan --at-once hanya untuk --area atau --province.")
    case .secretBesideCertificate:
      Sentence(
        "--out is for a secret, and with --for-certificate there is none.",
        "--out untuk rahasia, sedangkan dengan --for-certificate tidak ada rahasia.")
    case .onePersonOrFile:
      Sentence(
        "Give --name and --gender for one person, or --file for several.",
        "Isi --name dan --gender untuk satu orang, atau --file untuk beberapa orang.")
    case .oneRecommendation:
      Sentence(
        """
        Give one of --share, --as-requested, --not-recommended and --from; with --from no \
        --appraisal.
        """,
        """
        Pilih satu saja: --share, --as-requested, --not-recommended atau --from; dengan --from \
        tanpa --appraisal.
        """)
    case .rejectionWithoutReason:
      Sentence(
        "--verdict reject needs a reason: --note \"…\".",
        "--verdict reject perlu alasan: --note \"…\".")
    case .returnWithoutReason:
      Sentence(
        "--verdict return needs a reason: --note \"…\".",
        "--verdict return perlu alasan: --note \"…\".")
    case .allBesideOtherAppraisals:
      Sentence(
        "--appraisal all=… stands alone: it is every member's.",
        "--appraisal all=… harus berdiri sendiri: itu penilaian tiap anggota.")
    case .tokenFromTwoPlaces:
      Sentence(
        "Give --token-file or --token-stdin, not both.",
        "Isi --token-file atau --token-stdin, jangan keduanya.")
    case .startUpRuleHalf:
      Sentence(
        "Give the ceiling and the term for start-ups together, or neither.",
        "Isi plafon dan jangka waktu usaha baru bersama-sama, atau jangan keduanya.")
    case .promiseHalf:
      Sentence(
        "Give --promised and --promised-by together, or neither.",
        "Isi --promised dan --promised-by bersama-sama, atau jangan keduanya.")
    case .insecureBesideTLS:
      Sentence(
        "Give --insecure, or what TLS needs, not both.",
        "Pakai --insecure, atau opsi untuk TLS, jangan keduanya.")
    }
  }
}
