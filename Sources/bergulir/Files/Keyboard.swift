import FundAPI
import Glibc

/// What somebody types.
enum Keyboard {
  /// A token from standard input: asked for, and not shown, where that is a keyboard.
  ///
  /// - Throws: `Complaint`: `tokenFileEmpty`, and as `TextFile`.
  static func token(_ language: Language) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else { return try Token.read(TextFile(path: "-")) }
    StandardStream.error.write(Notes.askForToken[language] + " ")
    var shown = termios()
    tcgetattr(STDIN_FILENO, &shown)
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      StandardStream.error.write("\n")
    }
    return try Token.read(readLine() ?? "", from: "-")
  }
}
