public import ArgumentParser
import FundAPI
public import RevolvingFund
import SwiftProtobuf

/// What every command that changes something takes.
struct WriteOptions: ParsableArguments {
  @Option(
    help: "The civil day to book it on, YYYY-MM-DD; default the daemon's today.",
    transform: DayArgument.read)
  var on: DayArgument?

  @OptionGroup var sending: SendingOptions

  /// What goes with the request.
  var wire: Bergulir_V1_Write {
    sending.wire(on: on)
  }
}

/// How a write is sent: once, under an id of its own.
struct SendingOptions: ParsableArguments {
  @Option(help: "The request's UUID; rerunning with the same one never does it twice.")
  var requestID: RequestID = RequestID()

  @Flag(help: "Check and answer as if it were done, but do nothing.")
  var dryRun = false

  func wire(on day: DayArgument?) -> Bergulir_V1_Write {
    .with {
      $0.requestID = requestID.description
      $0.validateOnly = dryRun
      $0.on = day.wire
    }
  }
}

extension RequestID: ExpressibleByArgument {
  /// Reads a UUID.
  public init?(argument: String) {
    self.init(argument)
  }

  /// What help says of an option whose default is made for each request.
  public var defaultValueDescription: String { "a new one" }
}
