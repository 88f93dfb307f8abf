/// Who may call, what a write did, and the daemon itself.
public enum AccessHeading: String, CaseIterable, Sendable, Worded {
  case principal, secret, server, current, version, today, verb, sequence, replayed, meaning
  case expiresOn = "expires_on"
  case hasToken = "has_token"
  case issuedOn = "issued_on"
  case revokedOn = "revoked_on"
  case certificate = "certificate_sha256"
  case tokenExpiresOn = "token_expires_on"
  case schemaHead = "schema_head"
  case dryRun = "dry_run"

  public var words: Sentence {
    switch self {
    case .principal: Sentence("Account", "Akun pengguna")
    case .expiresOn: Sentence("Expires", "Berlaku sampai")
    case .hasToken: Sentence("Token", "Token")
    case .issuedOn: Sentence("Issued", "Diterbitkan")
    case .revokedOn: Sentence("Revoked", "Dicabut")
    case .certificate: Sentence("Certificate", "Sertifikat")
    case .tokenExpiresOn: Sentence("Token expires", "Token berlaku sampai")
    case .secret: Sentence("Secret", "Rahasia")
    case .server: Sentence("Server", "Server")
    case .current: Sentence("Current", "Dipakai")
    case .version: Sentence("Version", "Versi")
    case .schemaHead: Sentence("Schema", "Skema")
    case .today: Sentence("Today", "Hari ini")
    case .verb: Sentence("Done", "Dilakukan")
    case .sequence: Sentence("Sequence", "Urutan")
    case .replayed: Sentence("Replayed", "Diulang")
    case .dryRun: Sentence("Dry run", "Uji coba")
    case .meaning: Sentence("Meaning", "Arti")
    }
  }
}
