import ArgumentParser
import FundAPI
import RevolvingFund
import SwiftProtobuf

/// `bergulir asset …`.
struct AssetNoun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "asset", abstract: "The register of assets, and what they lose.",
    discussion: "Example:\n  bergulir asset depreciate --upk malabutor --month 2017-10",
    subcommands: [AssetRegister.self, AssetDepreciate.self, AssetList.self])
}

struct AssetRegister: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Enter an asset that a voucher booked on 12020.",
    discussion: """
      Example:
        bergulir asset register --upk malabutor --name "Printer" --cost 1.500.000 \\
          --bought-on 2017-09-15 --life 36 --voucher KK-2017-0012

      It loses as much in each month after that of its purchase, and the remainder in the last, \
      down to one rupiah.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "What it is.") var name: String
  @Option(
    parsing: .unconditional, help: "Whole rupiah: 1500000 or 1.500.000.", transform: Money.read)
  var cost: Money
  @Option(help: "The day of purchase, YYYY-MM-DD.", transform: DayArgument.read)
  var boughtOn: DayArgument
  @Option(help: "Months of use, 1 to 240.") var life: Int32
  @Option(help: "The voucher of the purchase.", transform: VoucherArgument.read)
  var voucher: VoucherArgument
  @OptionGroup var write: WriteOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { write.sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.assets.registerAsset(
      .with {
        $0.write = write.wire
        $0.parent = upk.name.description
        $0.displayName = name
        $0.cost = cost.rupiah.amount
        $0.boughtOn = boughtOn.day.description
        $0.life = life
        $0.voucher = voucher.number.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt, ["cost": .amount(cost.rupiah.amount)],
      next: "bergulir asset list --upk \(upk.name.upk?.description ?? "")")
  }
}

struct AssetDepreciate: WriteCommand {
  static let configuration = CommandConfiguration(
    commandName: "depreciate", abstract: "Book what all assets lost in a month, once.",
    discussion: """
      Example:
        bergulir asset depreciate --upk malabutor --month 2017-10

      It is booked on the month's last day. What earlier months left out is made up for.
      """)

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @Option(help: "The month, YYYY-MM.", transform: MonthArgument.read) var month: MonthArgument
  @OptionGroup var sending: SendingOptions
  @OptionGroup var connection: ConnectionOptions

  var requestID: RequestID { sending.requestID }

  func answer(_ session: Session) async throws -> Answer {
    let response = try await session.assets.depreciateAssets(
      .with {
        $0.write = sending.wire(on: nil)
        $0.parent = upk.name.description
        $0.month = month.month.description
      }, metadata: session.metadata, options: session.options)
    return .change(
      response.receipt,
      ["assets": .count(Int64(response.assets)), "amount": .amount(response.amount)],
      next: "bergulir asset list --upk \(upk.name.upk?.description ?? "")")
  }
}

struct AssetList: FundCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the assets with what they are worth in the books.",
    discussion: "Example:\n  bergulir asset list --upk malabutor --as-of 2017-12-31")

  @Option(help: "The UPK's code.", transform: UPKArgument.read) var upk: UPKArgument
  @OptionGroup var asOf: AsOfOptions
  @OptionGroup var page: PageOptions
  @OptionGroup var connection: ConnectionOptions

  func answer(_ session: Session) async throws -> Answer {
    let (assets, next) = try await page.gather { page in
      let response = try await session.assets.listAssets(
        .with {
          $0.parent = upk.name.description
          $0.asOf = asOf.wire
          $0.page = page
        }, metadata: session.metadata, options: session.options)
      return (response.assets, response.nextPageToken)
    }
    return .listing(
      Listing(assets.map(Record.init), shape: Record(Bergulir_V1_Asset()), nextPageToken: next))
  }
}

extension Record {
  /// An asset as it stands in the books.
  init(_ asset: Bergulir_V1_Asset) {
    self.init(
      [
        "name": .filled(asset.name), "display_name": .filled(asset.displayName),
        "bought_on": .filled(asset.boughtOn), "cost": .amount(asset.cost),
        "depreciated": .amount(asset.depreciated), "book_value": .amount(asset.bookValue),
        "missing": .amount(asset.missing),
      ],
      details: ["life": .count(Int64(asset.life)), "voucher": .filled(asset.voucher)])
  }
}
