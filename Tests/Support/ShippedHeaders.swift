package import LECStore

extension HeaderNames {
  /// The table that comes with the program.
  package static let shipped: HeaderNames = {
    let path = TestPaths.project + "/data/headers.csv"
    guard let bytes = try? RosterFile.read(path), let names = try? HeaderNames(table: bytes) else { return .own }
    return names
  }()
}

extension HeaderWords {
  package static let shipped = HeaderWords(names: .shipped)
}

extension ImportOptions {
  /// Options as the program itself makes them: with the table of header names.
  package static var shipped: ImportOptions {
    var options = ImportOptions()
    options.words = .shipped
    return options
  }
}
