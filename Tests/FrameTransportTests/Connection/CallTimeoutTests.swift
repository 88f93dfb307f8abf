import Testing

@testable import FrameTransport

struct CallTimeoutTests {
  @Test(arguments: [
    ("1n", "1n"),
    ("300m", "300m"),
    ("00000300m", "300m"),
    ("00300000u", "300000u"),
    ("9999999u", "9999999u"),
    ("10000000u", "10000m"),
    ("12344999u", "12345m"),
    ("99999999n", "100000u"),
    ("99999999u", "100000m"),
    ("99999999m", "100000S"),
    ("99999999S", "1666667M"),
    ("99999999M", "1666667H"),
    ("99999999H", "9999999H"),
    ("0S", "0S"),
  ])
  func `eight digits become at most seven, rounded up`(text: String, normalised: String) {
    #expect(CallTimeout(text)?.normalised == normalised)
  }

  @Test(arguments: ["", "S", "5", "5s", "-5S", "+5S", " 5S", "5 S", "5.0S", "123456789S", "٣S"])
  func `anything else is no timeout`(text: String) {
    #expect(CallTimeout(text) == nil)
  }
}
