import FrameTransport
import FundServer
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import SwiftASN1
import X509

extension PeerCertificates {
  /// The certificates of all wires that the daemon speaks.
  static let ofWires = PeerCertificates { context in
    switch context.transportSpecific {
    case let peer as FramePeer: peer.certificate
    case let peer as HTTP2ServerTransport.Posix.Context: peer.peerCertificate?.bytes
    default: nil
    }
  }
}

extension Certificate {
  /// The certificate in DER, as it was when it came.
  fileprivate var bytes: [UInt8]? {
    var serializer = DER.Serializer()
    do {
      try serializer.serialize(self)
    } catch {
      // A certificate that cannot be written is known to nobody.
      return nil
    }
    return serializer.serializedBytes
  }
}
