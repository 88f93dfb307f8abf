public import RevolvingFund

extension Bergulir_V1_BookFile {
  /// A file as it goes over the wire.
  public init(_ file: BookFile) {
    self.init()
    name = file.kind.name
    text = file.text
  }

  /// A file of any kind.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func file(at place: Int) throws(Fault) -> BookFile {
    let kind = try Field("files[\(place)].name", name).read(
      .oneOf(BookFileKind.allCases.filter { !$0.isRegister }.map(\.name))
    ) { name in
      BookFileKind.allCases.first { $0.name == name && !$0.isRegister }
    }
    return BookFile(kind: kind, text: text)
  }
}

extension Bergulir_V1_ImportBooksRequest {
  /// The files, with who their persons are here.
  ///
  /// - Throws: `fieldMissing`, `fieldInvalid`.
  public func command(in upk: UPKID) throws(Fault) -> ImportBooks {
    var found: [BookFile] = []
    for (place, file) in files.enumerated() { found.append(try file.file(at: place)) }
    var here: [Int64: PersonID] = [:]
    for (place, entry) in persons.enumerated() {
      here[entry.number] = try Field("persons[\(place)].person", entry.person).person()
    }
    return ImportBooks(upk: upk, files: found, persons: here)
  }
}
