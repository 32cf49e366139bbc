import LECStore

/// Finds lessons: those of the data folder in the language spoken, or any file that a trainer has written.
struct LessonShelf {
  let data: DataFolder?

  /// The names of the lessons there are in a language, in their order.
  func names(_ code: Language.Code) -> [String] {
    (data?.files(in: "lessons/\(code.rawValue)", ending: ".txt") ?? []).map {
      String($0.dropFirst("lessons/xx/".count).dropLast(4))
    }
  }

  /// The lesson of that name.
  func lesson(_ name: String, _ code: Language.Code) throws -> Lesson {
    let bytes = data?.bytes(of: "lessons/\(code.rawValue)/\(name).txt") ?? []
    return try LessonReader.read(String(decoding: bytes, as: UTF8.self), name: name)
  }

  /// A lesson by its number, its name, or the path of its file.
  func find(_ word: String, _ code: Language.Code) throws -> Lesson {
    if word.hasSuffix(".txt") {
      let bytes = try FileCare.whole(word, limit: 1 << 20)
      let name = word.split(separator: "/").last.map(String.init) ?? word
      return try LessonReader.read(String(decoding: bytes, as: UTF8.self), name: String(name.dropLast(4)))
    }
    let found = names(code).first { name in
      name == word || Int(name.prefix { $0.isNumber }).map { $0 == Int(word) } == true
    }
    guard let found else { throw UsageError("cli.lesson-none", [.text("name", word)]) }
    return try lesson(found, code)
  }
}
