/// The tasks that wait for their calls to go on.
struct CallWaiters: ~Copyable {
  private var readers: [UInt32: Pending<Void>] = [:]
  private var writers: [UInt32: Pending<Void>] = [:]

  /// Whom an event concerns.
  enum Wake: Hashable {
    case nobody
    case reader(UInt32)
    case writer(UInt32)
    case call(UInt32)
    case writers
    case everybody
  }

  /// What the reader of a call waits for.
  mutating func reader(of call: UInt32) -> Pending<Void> {
    let pending = readers[call] ?? Pending()
    readers[call] = pending
    return pending
  }

  /// What the writers of a call wait for.
  mutating func writer(of call: UInt32) -> Pending<Void> {
    let pending = writers[call] ?? Pending()
    writers[call] = pending
    return pending
  }

  /// Those to be woken, outside the lock.
  mutating func take(_ wake: Wake) -> [Pending<Void>] {
    switch wake {
    case .nobody:
      return []
    case .reader(let call):
      return [readers.removeValue(forKey: call)].compactMap(\.self)
    case .writer(let call):
      return [writers.removeValue(forKey: call)].compactMap(\.self)
    case .call(let call):
      return take(.reader(call)) + take(.writer(call))
    case .writers:
      defer { writers = [:] }
      return Array(writers.values)
    case .everybody:
      defer { readers = [:] }
      return take(.writers) + Array(readers.values)
    }
  }
}

extension [Pending<Void>] {
  /// Wakes them all.
  func wake() {
    for pending in self {
      pending.fulfil(.success(()))
    }
  }
}
