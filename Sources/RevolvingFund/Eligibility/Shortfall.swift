/// Why a criterion is not met: a value that is not what is asked, or an attestation that does not
/// count.
public enum Shortfall: Hashable, Sendable {
  case measured(Measure, MeasuredValue, Threshold)
  case attestation(AttestationState)

  /// Text for programs: `supervisors=1 2..3`, `attestation=expired`.
  public var text: String {
    switch self {
    case .measured(let measure, let value, let threshold):
      "\(measure.rawValue)=\(value.text) \(threshold.text)"
    case .attestation(let state): "attestation=\(state.rawValue)"
    }
  }
}

extension CriterionResult {
  /// What is missing; empty unless it failed.
  public var shortfalls: [Shortfall] {
    guard verdict == .failed else { return [] }
    let measured = requirements.filter { $0.isBinding && !$0.isMet }.map {
      Shortfall.measured($0.measure, $0.measured, $0.threshold)
    }
    let state = attested?.state ?? .inForce
    return measured + (state == .inForce ? [] : [.attestation(state)])
  }
}
