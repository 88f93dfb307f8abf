/// Why the daemon does not run, and what to do about it.
enum DaemonError: Error, Hashable, Sendable {
  case listenAddressUnreadable(String)
  case conformanceBeyondMachine(String)
  case grpcAddressUnreadable(String)
  case grpcNotListening(String, reason: String)
  case logLevelUnknown(String)
  case offsetUnreadable(String)
  case lagUnreadable(String)
  case whenBehindUnknown(String)
  case reportsWithoutDatabase
  case keyFileMissing(String)
  case headKeyMissing(String)
  case keyFileOpen(String, mode: String)
  case keysUsedUp(String)
  case nextKeyUnfit(String, number: Int, current: Int)
  case fileFailed(String, reason: String)
  case headFileHalf
  case headFileInside(String, directory: String)
  case minutesUnreadable(String)
  case ownerMissing
  case schemaNotReady(String)
  case databaseStopped(String)
  case notBootstrapped(String)
}

extension DaemonError: CustomStringConvertible {
  var description: String {
    switch self {
    case .listenAddressUnreadable(let text):
      "\(text) is no address to listen on; write HOST:PORT, such as 127.0.0.1:7710 or [::1]:7710"
    case .conformanceBeyondMachine(let address):
      """
      refusing to listen on \(address) with --conformance: its calls ask nobody for a token; \
      listen on 127.0.0.1, or leave --conformance out
      """
    case .grpcAddressUnreadable(let text):
      """
      \(text) is no address for gRPC to listen on; write it in numbers, such as 127.0.0.1:7711 or \
      0.0.0.0:7711
      """
    case .grpcNotListening(let address, let reason):
      """
      cannot serve gRPC on \(address): \(reason); choose another address with --grpc-listen \
      (BERGULIR_GRPC_LISTEN), or none
      """
    case .logLevelUnknown(let text):
      "\(text) is no log level; use trace, debug, info, notice, warning, error or critical"
    case .offsetUnreadable(let text):
      "\(text) is no offset from UTC; use +07:00, +08:00 or +09:00"
    case .lagUnreadable(let text):
      "\(text) is no number of seconds for --report-lag; use 0 to 3600"
    case .whenBehindUnknown(let text):
      "\(text) is not what may become of a report; use primary or refuse with --when-behind"
    case .reportsWithoutDatabase:
      """
      --report-database (or BERGULIR_REPORT_DATABASE) names standbys of the private PostgreSQL, \
      which has none; name the primary with --database too
      """
    case .keyFileMissing(let path):
      """
      the key file \(path) is missing; restore it, or for a new database make one with \
      (umask 077 && bergulird generate-key > \(path))
      """
    case .headKeyMissing(let path):
      """
      the key file of heads \(path) is missing; restore it, or make one with \
      (umask 077 && bergulird generate-key --signing > \(path))
      """
    case .keyFileOpen(let path, let mode):
      "the key file \(path) has mode \(mode), so others may read it; run: chmod o-rwx \(path)"
    case .keysUsedUp(let path):
      "\(path) has key 255, which no other follows"
    case .nextKeyUnfit(let path, let number, let current):
      """
      \(path) has key \(number), which does not follow key \(current): put it away before keys are \
      rotated
      """
    case .fileFailed(let path, let reason):
      "\(path): \(reason)"
    case .headFileHalf:
      """
      --head-key-file and --heads-file belong together: heads that nobody signed prove nothing, \
      and signed ones that are kept nowhere neither
      """
    case .headFileInside(let path, let directory):
      """
      the file of heads \(path) is in the data directory \(directory), where it would be lost or \
      altered with the books; name one elsewhere, best on another machine's disk
      """
    case .minutesUnreadable(let text):
      "\(text) is no number of minutes for --heads-every; use 1 to 1440"
    case .ownerMissing:
      """
      --owner-database (or BERGULIR_OWNER_DATABASE) is missing: migrations run as the owner of the \
      tables, not as the role that the daemon runs as
      """
    case .schemaNotReady(let problem):
      "\(problem)"
    case .databaseStopped(let status):
      """
      PostgreSQL ended under the daemon (\(status)); its log is in the data directory; start \
      bergulird again, and it recovers
      """
    case .notBootstrapped(let reason):
      """
      \(reason) Bootstrap works once, whatever the --label; more accounts are made with: \
      bergulir principal create
      """
    }
  }
}
