internal import FundAPI
internal import RevolvingFund

/// The indicators of an area, added up while its UPK are read some at a time.
///
/// Only the sums of parts are kept, and of single UPK no more than a page, which reads no others:
/// the sum of the area is known where the first page has them all.
struct AreaReading {
  private let area: RegionCode?
  private let level: RollupLevel
  private let page: PageRequest
  private var sums: [RollupPlace: IndicatorSums] = [:]
  private var units: [Part] = []
  private var whole = IndicatorSums.nothing
  private var isWhole = false
  /// Which UPK to read next, by code; `nil` when all are read that are needed.
  private(set) var next: Chunk?

  /// UPK behind one of them.
  struct Chunk: Hashable, Sendable {
    let after: Code?
    let size: Int
  }

  /// A part of an area, or the whole of it.
  struct Part: Hashable, Sendable {
    let place: RollupPlace
    /// That of a UPK; regions are named by the register.
    let name: String?
    let sums: IndicatorSums
  }

  /// UPK that are read at a time.
  private static let chunk = 500

  init(area: RegionCode?, level: RollupLevel, page: PageRequest) {
    self.area = area
    self.level = level
    self.page = page
    next = Chunk(
      after: level == .upk ? page.after.flatMap { Code($0) } : nil, size: AreaReading.chunk)
  }

  /// Takes in what was read of a chunk.
  mutating func take(_ upks: [UPK], _ indicators: [UPKID: [Indicator]], asOf day: Day) {
    for upk in upks where upk.operatingSince <= day.month {
      guard let figures = indicators[upk.id] else { continue }
      whole.add(figures)
      if level != .upk {
        sums[level.place(of: upk), default: .nothing].add(figures)
      } else if units.count < page.limit {
        var unit = IndicatorSums.nothing
        unit.add(figures)
        units.append(Part(place: .upk(upk.code), name: upk.name, sums: unit))
      }
    }
    isWhole = upks.count < AreaReading.chunk
    let isEnough = level == .upk && units.count >= page.limit
    next =
      isWhole || isEnough
      ? nil : upks.last.map { Chunk(after: $0.code, size: AreaReading.chunk) }
  }

  /// The whole area; `nil` where this page does not have all of it.
  var total: Part? {
    let isFirst = page.after == nil
    let hasAll = isWhole && (level != .upk || units.count < page.limit)
    guard isFirst, hasAll else { return nil }
    return Part(place: area.map { .region($0) } ?? .province, name: nil, sums: whole)
  }

  /// The parts of the page, by place, and the token of the next one.
  var parts: (rows: [Part], next: String) {
    let regions = sums.map { Part(place: $0.key, name: nil, sums: $0.value) }
      .sorted { $0.place.key < $1.place.key }
    let rows = level == .upk ? units : regions.filter { $0.place.key > page.after ?? "" }
    return page.page(rows) { $0.place.key }
  }
}
