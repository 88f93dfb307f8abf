import FrameTransport
import FundServer
import GRPCCore

extension PeerCertificates {
  /// The certificates of all wires that the daemon speaks.
  static let ofWires = PeerCertificates { context in
    (context.transportSpecific as? FramePeer)?.certificate
  }
}
