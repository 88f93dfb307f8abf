import NIOCore
import Testing

@testable import FrameTransport

struct LivenessTests {
  private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private static func liveness(idle: Duration? = .seconds(600)) -> Liveness {
    Liveness(keepalive: .seconds(60), answer: .seconds(20), idle: idle, now: start)
  }

  @Test func `a silent peer is asked, and given up when it does not answer`() {
    var liveness = Self.liveness()
    var (verdict, again) = liveness.judge(at: Self.start + .seconds(59), hasCalls: false)
    #expect(verdict == .goOn)
    #expect(again == Self.start + .seconds(60))
    (verdict, again) = liveness.judge(at: again, hasCalls: false)
    #expect(verdict == .ask)
    #expect(again == Self.start + .seconds(80))
    (verdict, _) = liveness.judge(at: again, hasCalls: false)
    #expect(verdict == .givenUp)
  }

  @Test func `whatever comes is an answer`() {
    var liveness = Self.liveness()
    _ = liveness.judge(at: Self.start + .seconds(60), hasCalls: false)
    liveness.heard(at: Self.start + .seconds(79))
    let (verdict, again) = liveness.judge(at: Self.start + .seconds(80), hasCalls: false)
    #expect(verdict == .goOn)
    #expect(again == Self.start + .seconds(139))
  }

  @Test func `a connection that nobody uses is idle, one with calls is not`() {
    var liveness = Self.liveness()
    liveness.heard(at: Self.start + .seconds(599))
    liveness.used(at: Self.start + .seconds(1))
    #expect(liveness.judge(at: Self.start + .seconds(600), hasCalls: false).0 == .goOn)
    #expect(liveness.judge(at: Self.start + .seconds(601), hasCalls: false).0 == .idle)
    #expect(liveness.judge(at: Self.start + .seconds(602), hasCalls: true).0 == .goOn)
    #expect(liveness.judge(at: Self.start + .seconds(640), hasCalls: false).0 == .goOn)
  }

  @Test func `a client keeps a connection without calls`() {
    var liveness = Self.liveness(idle: nil)
    liveness.heard(at: Self.start + .hours(9))
    #expect(liveness.judge(at: Self.start + .hours(9), hasCalls: false).0 == .goOn)
  }

  @Test func `sixteen PINGs in ten seconds are allowed, and sixteen more after that`() {
    var liveness = Self.liveness()
    for second in [0, 10] as [Int64] {
      let allowed = (0..<17).map { _ in liveness.pinged(at: Self.start + .seconds(second)) }
      #expect(allowed == Array(repeating: true, count: 16) + [false])
    }
  }
}
