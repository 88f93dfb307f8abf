import RevolvingFund
import Testing

struct IdentityTests {
  @Test(arguments: ["ab", "a1", "malabutor", "bkm-13-ilir", String(repeating: "a", count: 40)])
  func `codes are lower-case letters, digits and hyphens, a letter first`(text: String) {
    #expect(Code(text)?.description == text)
  }

  @Test(arguments: [
    "", "a", "1a", "-a", "a-", "Ab", "a b", "a_b", "é1", "a\u{0}", "ab\n",
    String(repeating: "a", count: 41),
  ])
  func `what is no code is not read as one`(text: String) {
    #expect(Code(text) == nil)
  }

  @Test(arguments: [
    ("92", RegionLevel.province, nil as String?), ("92.71", .city, "92"),
    ("92.71.03", .subdistrict, "92.71"), ("92.71.03.1004", .ward, "92.71.03"),
  ])
  func `a region code says its level and what is around it`(
    text: String, level: RegionLevel, parent: String?
  ) throws {
    let code = try #require(RegionCode(text))
    #expect(code.level == level)
    #expect(code.parent?.description == parent)
    #expect(code.isWithin("92") && code.isWithin(code))
    #expect(!code.isWithin("91"))
  }

  @Test func `a region is not within one whose digits merely begin alike`() {
    #expect(!("92.71" as RegionCode).isWithin("92.71.03"))
    #expect(!("92.71.03.1004" as RegionCode).isWithin("92.71.04"))
  }

  @Test(arguments: [
    "", "9", "923", "92.", ".92", "92.7", "92.71.3", "92.71.03.104", "92.71.03.10045", "92-71",
    "92.71.03.1004.1", "9a", "９２", " 92", "92..71",
  ])
  func `what is no region code is not read as one`(text: String) {
    #expect(RegionCode(text) == nil)
  }

  @Test(arguments: [
    "", "123456789012345", "12345678901234567", "123456789012345a", "+123456789012345",
    "1234 5678 9012 34", "１２３４５６７８９０１２３４５６",
  ])
  func `what is no NIK is not read as one`(text: String) {
    #expect(NIK(text) == nil)
  }

  @Test func `of a NIK four digits may be shown`() throws {
    let nik = try #require(NIK("9971030101800042"))
    #expect(nik.digits == "9971030101800042")
    #expect(nik.lastFour == "0042")
  }
}
