import FrameTransport
import FundAPI
import Testing

@testable import bergulir
import RevolvingFund

@Test(arguments: [
  ("127.0.0.1:7710", "127.0.0.1", 7710), ("[::1]:7710", "::1", 7710),
  ("fund.example:1", "fund.example", 1),
])
func `an address has a host and a port`(text: String, host: String, port: Int) {
  #expect(ServerArgument(argument: text)?.address == ListenAddress(host: host, port: port))
}

@Test(arguments: ["", "host", "host:", ":7710", "host:0", "host:65536", "::1:7710", "host:x"])
func `an address without either is none`(text: String) {
  #expect(ServerArgument(argument: text) == nil)
}

@Test(arguments: [("1", 1), ("60s", 60), ("300", 300)])
func `a timeout is in seconds`(text: String, seconds: Int) {
  #expect(TimeoutArgument(argument: text)?.duration == .seconds(seconds))
}

@Test(arguments: ["0", "301", "-1", "1.5", "s", ""])
func `a call never waits without limit`(text: String) {
  #expect(TimeoutArgument(argument: text) == nil)
}

@Test func `each line of a file has a request id of its own that follows from the first`() throws {
  let id = try #require(RequestID("0a4f0f9e-6d0c-4b8e-9a51-0f6ffffffffe"))
  #expect(id.line(0) == id)
  #expect(id.line(1).description == "0a4f0f9e-6d0c-4b8e-9a51-0f6fffffffff")
  #expect(id.line(2).description == "0a4f0f9e-6d0c-4b8e-9a51-0f6f00000000")
  #expect(id.line(1) == id.line(1))
  #expect(Set((0...5000).map(id.line)).count == 5001)
}
