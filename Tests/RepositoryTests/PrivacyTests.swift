import Testing

/// Folders of one machine, put together here so that this file names none.
private let machineFolders = ["/wo" + "rk/", "/ro" + "ot/", "/tmp/" + "lab"]

/// A path in a file of ours is either relative or one that every installation has.
private func machinePaths(in file: SourceText) -> [Finding] {
  file.findings("names a folder of one machine", in: file.lines) { line in
    machineFolders.contains { folder in
      line.ranges(of: folder).contains { range in
        let before = line[..<range.lowerBound].last
        return !(before.map { $0.isLetter || $0.isNumber || "._-*}~".contains($0) } ?? false)
      }
    }
  }
}

@Test func `no file names a folder of one machine`() throws {
  let findings = try Repository().allTexts().flatMap(machinePaths)
  #expect(findings == [])
}

@Test func `a folder of one machine is found, the end of a relative path is not`() {
  for folder in machineFolders {
    #expect(machinePaths(in: SourceText(path: "a", text: "cd \(folder)x")).count == 1)
    #expect(machinePaths(in: SourceText(path: "a", text: "docs\(folder)x")) == [])
  }
}

/// Numbers that could be somebody's NIK.
///
/// A NIK has 16 digits: six of a region, six of a day of birth (a woman's day is 40 more), four
/// that count. Examples and tests use region 99 or 00, which nobody has.
private func identityNumbers(in file: SourceText) -> [Finding] {
  file.findings("could be somebody's NIK: begin it with 99", in: file.lines) { line in
    line.utf8.count >= 16
      && line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains(where: couldBeIdentity)
  }
}

private func couldBeIdentity(_ word: Substring) -> Bool {
  let digits = Array(word.utf8).map { Int($0) - 48 }
  guard digits.count == 16, digits.allSatisfy((0...9).contains) else { return false }
  let region = digits[0] * 10 + digits[1]
  let day = digits[6] * 10 + digits[7]
  let month = digits[8] * 10 + digits[9]
  return region != 99 && region != 0 && ((1...31).contains(day) || (41...71).contains(day))
    && (1...12).contains(month)
}

@Test func `no file holds a number that could be somebody's NIK`() throws {
  let findings = try Repository().allTexts().flatMap(identityNumbers)
  #expect(findings == [])
}

@Test(arguments: ["010190", "711299"])
func `a possible NIK is found`(born: String) {
  let text = "nik: \"917101" + born + "0001\""
  #expect(identityNumbers(in: SourceText(path: "a", text: text)).count == 1)
}

@Test(arguments: ["9971010101900001", "0071010101900001", "1000000000000000", "9007199254740992"])
func `an invented NIK and a plain number are not found`(number: String) {
  #expect(identityNumbers(in: SourceText(path: "a", text: "a \(number) b")) == [])
}
