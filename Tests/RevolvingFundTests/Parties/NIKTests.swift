import RevolvingFund
import Testing

/// Invented: the serial numbers are not given to anybody, and the range 99 belongs to no province.
private struct Card: CustomTestStringConvertible, Sendable {
  let digits: String
  let gender: Gender
  let flaws: [NIKPart]

  var testDescription: String { "\(digits) \(gender)" }

  init(_ digits: String, _ gender: Gender, _ flaws: NIKPart...) {
    self.digits = digits
    self.gender = gender
    self.flaws = flaws
  }
}

@Test(arguments: [
  // What nobody has, but what could be.
  Card("00" + "71030101800042", .male, .province),
  Card("99" + "00000000000000", .female), Card("99" + "71034101800042", .male),
])
private func `a NIK from the range for training is taken as it is, no other invention`(
  card: Card
) throws {
  #expect(try #require(NIK(card.digits)).flaws(for: card.gender) == card.flaws)
}

/// Put together from its parts, so that no sixteen digits of somebody stand here.
private func nik(
  province: String = "92", district: String = "7103", birth: String = "010180",
  serial: String = "0042"
) throws -> NIK {
  try #require(NIK(province + district + birth + serial))
}

@Test(arguments: ["11", "21", "36", "53", "65", "76", "82", "91", "96"])
func `a province's number is known`(province: String) throws {
  #expect(try nik(province: province).flaws(for: .male) == [])
}

@Test(arguments: ["00", "10", "20", "37", "54", "66", "77", "83", "90", "97", "98"])
func `no other begins a NIK`(province: String) throws {
  #expect(try nik(province: province).flaws(for: .male) == [.province])
}

@Test(arguments: [
  ("010180", Gender.male, [NIKPart]()), ("310180", .male, []), ("290280", .male, []),
  ("290200", .male, []), ("410180", .female, []), ("710180", .female, []),
  ("410180", .male, [.gender]), ("310180", .female, [.gender]),
  ("000180", .male, [.birth]), ("320180", .male, [.birth]), ("400180", .female, [.birth]),
  ("720180", .female, [.birth]), ("310480", .male, [.birth]), ("290281", .male, [.birth]),
  ("700281", .female, [.birth]), ("010080", .male, [.birth]), ("011380", .male, [.birth]),
])
func `the date of birth is a day, above 40 for women`(
  birth: String, gender: Gender, flaws: [NIKPart]
) throws {
  #expect(try nik(birth: birth).flaws(for: gender) == flaws)
}

@Test func `every part that cannot be is told at once`() throws {
  #expect(try nik(district: "0003").flaws(for: .male) == [.district])
  #expect(try nik(district: "7100").flaws(for: .male) == [.district])
  #expect(try nik(serial: "0000").flaws(for: .male) == [.serial])
  let all = try nik(province: "20", district: "0000", birth: "320180", serial: "0000")
  #expect(all.flaws(for: .male) == [.province, .district, .birth, .serial])
}

@Test func `nobody is registered with a NIK that cannot be`() throws {
  let books = try Village.books()
  let sealed = SealedPersonalData(nikDigest: [77], contentDigest: [77], ciphertext: [])
  let command = RegisterPerson(
    gender: .male, personalData: sealed, nikFlaws: [.birth], day: "2021-01-01")
  #expect(
    books.refusal(command, by: Village.officer) == [
      .nikNotPlausible(parts: [.birth]), .dayInFuture("2021-01-01", today: "2020-12-31"),
    ])
}
