internal import FundAPI
internal import FundStore
internal import GRPCCore
internal import RevolvingFund
internal import SwiftProtobuf

/// The books of a UPK as files.
struct BookFileService: Bergulir_V1_BookFileService.SimpleServiceProtocol {
  let desk: Desk

  /// The files have their own days, so that the day of the write means nothing here.
  func importBooks(
    request: Bergulir_V1_ImportBooksRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ImportBooksResponse {
    let command = try request.command(in: Call.current.upk.id)
    let done = try await desk.perform(request.write) { _ in command }
    var response = Bergulir_V1_ImportBooksResponse()
    response.receipt = done.receipt
    response.vouchers = Int32(clamping: try done.number("vouchers"))
    response.ksms = Int32(clamping: try done.number("ksms"))
    response.loans = Int32(clamping: try done.number("loans"))
    response.repayments = Int32(clamping: try done.number("repayments"))
    response.outstanding = try done.number("outstanding")
    return response
  }

  func exportBooks(
    request: Bergulir_V1_ExportBooksRequest, context: ServerContext
  ) async throws -> Bergulir_V1_ExportBooksResponse {
    let upk = Call.current.upk
    let source = try await desk.store.bookSource(upk.id)
    let books = ExportedBooks(
      source, registers: try await registers(of: upk, deciders: source.deciders))
    return .with { $0.files = books.files.map(Bergulir_V1_BookFile.init) }
  }

  /// The places around a UPK, itself, its members, and who decided what the files tell.
  private func registers(of upk: UPK, deciders: [PersonID]) async throws -> [BookFile] {
    var regions: [Region] = []
    var code: RegionCode? = upk.region
    while let next = code {
      if let region = try await desk.store.region(next) { regions.insert(region, at: 0) }
      code = next.parent
    }
    guard let bkm = try await desk.store.bkm(upk.bkm) else {
      throw StoreError.corrupted("UPK \(upk.code) without its board")
    }
    let members = try await desk.store.memberPersons(of: upk.id)
    let named = Set(members + deciders).sorted()
    let persons = try await desk.store.persons(named).enumerated().map { place, entry in
      let (person, data) = entry
      // The header is the first line.
      return BookRegister.Entry(
        line: place + 2, number: person.id.value, name: data.name, gender: person.gender,
        nik: data.nik)
    }
    return BookFile.registers(regions: regions, upk: upk, bkm: bkm, persons: persons)
  }
}
