public import RevolvingFund
internal import SwiftProtobuf

extension Bergulir_V1_NoticeBoard {
  /// The sheet's figures, with the page that was made from them.
  public init(_ board: NoticeBoard, _ sheet: NoticeSheet, of upk: Code, seal: ShortHash?) {
    self.init()
    self.upk = ResourceName.upk(upk).description
    month = board.month.description
    asOf = board.month.last.description
    isClosed = board.isClosed
    category = board.category.rawValue
    capital = board.capital.total.amount
    cash = board.capital.cash.amount
    bank = board.capital.bank.amount
    savings = board.capital.savings.amount
    outstanding = board.outstanding.amount
    groups = Int32(clamping: board.groups)
    borrowers = Int32(clamping: board.borrowers)
    classes = board.classes.map(Bergulir_V1_NoticeClass.init)
    loans = Int32(clamping: board.traffic.loans)
    lent = board.traffic.lent.amount
    principal = board.traffic.principal.amount
    serviceCharge = board.traffic.serviceCharge.amount
    income = board.income.amount
    cost = board.cost.amount
    par = Bergulir_V1_Indicator(board.par)
    writtenOff = board.writtenOff.amount
    parWithWriteOffs = Bergulir_V1_Indicator(board.parWithWriteOffs)
    readings = board.readings.map(Bergulir_V1_NoticeReading.init)
    page = sheet.html
    sealNumber = seal?.number ?? 0
    sealDigits = seal?.digits ?? ""
  }
}

extension Bergulir_V1_NoticeClass {
  init(_ line: NoticeBoard.ClassLine) {
    self.init()
    collectability = Int32(line.collectability.rawValue)
    loans = Int32(clamping: line.loans)
    balance = line.balance.amount
  }
}

extension Bergulir_V1_NoticeReading {
  init(_ reading: NoticeBoard.Reading) {
    self.init()
    month = reading.month.description
    par = Bergulir_V1_Indicator(reading.par)
    income = reading.income.amount
    cost = reading.cost.amount
  }
}
