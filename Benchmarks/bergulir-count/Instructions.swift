import Foundation

/// Counts instructions with callgrind.
enum Instructions {
  /// What an exercise takes once: the difference of two runs, so that the program's start is not in
  /// it.
  ///
  /// - Throws: `CountError`; what `Process` throws where there is no valgrind.
  static func of(_ exercise: any Exercise) throws -> Int {
    // A tenth goes before what is counted, so that whatever is done once was done.
    let few = max(1, exercise.repetitions / 10)
    let less = try counted(exercise, times: few)
    return (try counted(exercise, times: few + exercise.repetitions) - less) / exercise.repetitions
  }

  private static func counted(_ exercise: any Exercise, times: Int) throws -> Int {
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let valgrind = Process()
    valgrind.executableURL = URL(filePath: "/usr/bin/env")
    valgrind.arguments = [
      "SWIFT_DETERMINISTIC_HASHING=1", "valgrind", "--tool=callgrind",
      "--callgrind-out-file=/dev/null", program, "repeat", exercise.rawValue, "\(times)",
    ]
    let said = Pipe()
    valgrind.standardOutput = FileHandle.nullDevice
    valgrind.standardError = said
    try valgrind.run()
    let words = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    valgrind.waitUntilExit()
    // Near the end stands "==123== Collected : 4567".
    guard let line = words.split(separator: "\n").last(where: { $0.contains("Collected :") }),
      let count = line.split(separator: " ").last.flatMap({ Int($0) })
    else { throw CountError(exercise: exercise.rawValue, words: words) }
    return count
  }
}

/// valgrind ran and said no count.
struct CountError: Error, CustomStringConvertible {
  let exercise: String
  let words: String

  var description: String { "\(exercise) was not counted: \(words)" }
}
