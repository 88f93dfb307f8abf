/// Figures of an area's UPK on a day: each UPK for itself, each region and the area as the sum of
/// its UPK (rules.md 6, P-04 and P-06).
public struct AreaTable<Figures: AreaFigures>: Hashable, Sendable {
  public let asOf: Day
  public let rows: [Row]
  public let total: Figures

  /// A UPK, or the sum of a region behind the last of its UPK.
  public struct Row: Hashable, Sendable {
    public let place: AreaPlace
    public let figures: Figures
  }

  /// A UPK with the total of its own report.
  public struct Part: Hashable, Sendable {
    public let upk: Code
    public let region: RegionCode
    public let figures: Figures

    public init(upk: Code, region: RegionCode, figures: Figures) {
      self.upk = upk
      self.region = region
      self.figures = figures
    }
  }

  /// The table of an area, `nil` for the whole province; parts may come in any order.
  ///
  /// Subdistricts and cities that are smaller than the area have a sum of their own; a ward has
  /// not, since it seldom has a second UPK.
  public init(_ parts: some Sequence<Part>, in area: RegionCode?, asOf day: Day) {
    let sorted = parts.sorted { ($0.region, $0.upk.description) < ($1.region, $1.upk.description) }
    var rows: [Row] = []
    for (place, part) in sorted.enumerated() {
      rows.append(Row(place: .upk(part.upk, in: part.region), figures: part.figures))
      let next = place + 1 < sorted.count ? sorted[place + 1].region : nil
      let ended = part.region.around(below: area).filter { region in
        next.map { !$0.isWithin(region) } ?? true
      }
      rows += ended.map { region in
        Row(
          place: .region(region),
          figures: sorted.filter { $0.region.isWithin(region) }.map(\.figures).sum)
      }
    }
    asOf = day
    self.rows = rows
    total = sorted.map(\.figures).sum
  }
}

/// Figures of one UPK that make those of an area when they are added.
public protocol AreaFigures: Hashable, Sendable {
  static var nothing: Self { get }
  /// Adds the figures of other loans.
  static func += (left: inout Self, right: Self)
}

/// Whose figures a row of an area's table has.
public enum AreaPlace: Hashable, Sendable {
  case upk(Code, in: RegionCode)
  case region(RegionCode)
}

extension RegionCode {
  /// The subdistrict and the city around a ward that lie in an area and are not the area itself.
  fileprivate func around(below area: RegionCode?) -> [RegionCode] {
    sequence(first: self, next: \.parent).filter { region in
      [.subdistrict, .city].contains(region.level)
        && (area.map { region.isWithin($0) && region != $0 } ?? true)
    }
  }
}

extension Sequence where Element: AreaFigures {
  fileprivate var sum: Element {
    reduce(into: .nothing) { $0 += $1 }
  }
}
