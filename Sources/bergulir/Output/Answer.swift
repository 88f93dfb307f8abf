import FundAPI

/// What a command has to say: data for standard output, words for standard error.
struct Answer: Sendable {
  let body: Body
  /// Sentences to people: what changed, and the next sensible command.
  var notes: [Sentence]
  /// What CSV has in the place of a thing with lists in it: one line a row.
  var rows: Listing?
  /// What the command ends with where a part of what was asked for was refused.
  var exit: ExitStatus?

  enum Body: Sendable {
    case item(Record)
    case listing(Listing)
    /// What a write did.
    case change(Record)
    /// Text of which the program itself is the source.
    case nothing
    /// A text to print as it stands, and the fields that carry it to programs.
    case document(String, Record)
  }

  init(_ body: Body, notes: [Sentence] = []) {
    self.body = body
    self.notes = notes
  }

  static func item(_ record: Record) -> Answer { Answer(.item(record)) }
  static func listing(_ listing: Listing) -> Answer { Answer(.listing(listing)) }
}

/// Several things of one kind, with what is said of all of them.
struct Listing: Hashable, Sendable {
  /// The fields that a thing has; what CSV and tables take their headings from.
  let shape: Record
  let items: [Record]
  /// What the items share, such as the day they are as of.
  let context: Record
  /// Asks for the next page; empty at the last.
  let nextPageToken: String

  /// Whether there is nothing to show, not even beside the items.
  var isEmpty: Bool {
    items.isEmpty
      && !context.fields.contains { field in
        if case .records(let records) = field.value { !records.isEmpty } else { false }
      }
  }

  init(
    _ items: [Record], shape: Record, context: Record = Record([:]), nextPageToken: String = ""
  ) {
    self.items = items
    self.shape = shape
    self.context = context
    self.nextPageToken = nextPageToken
  }
}
