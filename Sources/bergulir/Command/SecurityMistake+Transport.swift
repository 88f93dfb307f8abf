import FrameTransport
import FundAPI

extension SecurityMistake.FileTrouble {
  /// What the transport finds wrong with a file.
  init(_ error: SecurityFileError) {
    switch error {
    case .unreadable(let path, let reason): self = .unreadable(path: path, reason: reason)
    case .keyOpen(let path, let mode): self = .keyOpen(path: path, mode: mode)
    case .noCertificate(let path): self = .noCertificate(path: path)
    case .noKey(let path): self = .noKey(path: path)
    case .keyOfAnother(let certificate, let key):
      self = .keyOfAnother(certificate: certificate, key: key)
    case .unusable(let reason): self = .unusable(reason: reason)
    }
  }
}

extension SecurityMistake.PeerTrouble {
  /// Why the transport has no connection.
  init(_ failure: SecurityFailure) {
    switch failure {
    case .peerSpeaksPlaintext: self = .speaksPlaintext
    case .peerSpeaksTLS: self = .wantsTLS
    case .noCommonVersion: self = .noTLS13
    case .anotherProtocol: self = .anotherProtocol
    case .untrusted(let issuer): self = .untrusted(issuer: issuer)
    case .expired(let day): self = .expired(day)
    case .notYetValid(let day): self = .notYetValid(day)
    case .otherName(let names): self = .otherName(names: names)
    case .certificateMissing, .certificateDemanded: self = .certificateDemanded
    case .certificateRefused(let reason): self = .certificateRefused(reason: reason)
    case .endedEarly: self = .endedEarly
    case .broken(let reason): self = .broken(reason: reason)
    }
  }
}
