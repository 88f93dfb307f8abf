import RevolvingFund
import Testing

@Test func `a request id is read in either case and written in lower case`() throws {
  let id = try #require(RequestID("0A4F0F9E-6d0c-4b8e-9a51-0f6f6d1c2b3a"))
  #expect(id.description == "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a")
  #expect(id.value == 0x0a4f_0f9e_6d0c_4b8e_9a51_0f6f_6d1c_2b3a)
  #expect(RequestID(value: 7).description == "00000000-0000-0000-0000-000000000007")
}

@Test(arguments: [
  "", "0a4f0f9e6d0c4b8e9a510f6f6d1c2b3a", "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3",
  "0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3g", "0a4f0f9e_6d0c_4b8e_9a51_0f6f6d1c2b3a",
  "{0a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3}", "+a4f0f9e-6d0c-4b8e-9a51-0f6f6d1c2b3a",
  "0a4f0f9e-6d0c-4b8e-9a510-f6f6d1c2b3a", "0a4f0f9e-6d0c-4b8e-9a51--f6f6d1c2b3a",
])
func `what is no UUID is no request id`(text: String) {
  #expect(RequestID(text) == nil)
}

@Test func `a new request id is a UUID of version 4 that was not there before`() {
  var generator = SystemRandomNumberGenerator()
  let ids = (0..<100).map { _ in RequestID(using: &generator) }
  #expect(Set(ids).count == 100)
  for id in ids {
    #expect(RequestID(id.description) == id)
    #expect(id.value >> 76 & 0xF == 4 && id.value >> 62 & 0b11 == 0b10)
  }
}
