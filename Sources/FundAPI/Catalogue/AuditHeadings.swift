/// Who did what, and the chain that holds it.
public enum AuditHeading: String, CaseIterable, Sendable, Worded {
  case hash, fields, seal, stream, trouble, signature, value
  case recordedAt = "recorded_at"
  case requestID = "request_id"
  case hashBefore = "hash_before"
  case hashExpected = "hash_expected"
  case brokenAt = "broken_at"
  case headNumber = "head_number"
  case lookedAt = "looked_at"
  case publicKey = "public_key"
  case signedTogether = "signed_together"

  public var words: Sentence {
    switch self {
    case .hash: Sentence("Hash", "Sidik")
    case .fields: Sentence("Asked for", "Diminta")
    case .seal: Sentence("Number and hash to check", "Nomor dan sidik")
    case .stream: Sentence("Stream", "Rantai")
    case .trouble: Sentence("Wrong with it", "Masalah")
    case .signature: Sentence("Signature", "Tanda tangan")
    case .value: Sentence("Value", "Isi")
    case .recordedAt: Sentence("Recorded (UTC)", "Dicatat (UTC)")
    case .requestID: Sentence("Request id", "ID permintaan")
    case .hashBefore: Sentence("Hash before", "Sidik sebelumnya")
    case .hashExpected: Sentence("Hash that was known", "Sidik yang pernah ada")
    case .brokenAt: Sentence("Broken at", "Rusak pada nomor")
    case .headNumber: Sentence("Last event", "Peristiwa terakhir")
    case .lookedAt: Sentence("Looked at (UTC)", "Dilihat (UTC)")
    case .publicKey: Sentence("Public key", "Kunci publik")
    case .signedTogether: Sentence("Signed together", "Ditandatangani bersama")
    }
  }
}
