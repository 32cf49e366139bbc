@testable import LECTerm

/// The languages as they are in this tree, and looks made of them.
enum Spoken {
  static let folder = DataFolder(path: root + "/data")
  static let language = Language(folder: folder)

  /// The top of this tree.
  static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static func look(
    _ code: Language.Code, _ size: Size = .smallest, digits: Digits = .arabic, plain: Bool = false
  ) -> Look {
    var language = language
    language.code = code
    language.digits = digits
    return Look(language: language, size: size, plain: plain)
  }
}
