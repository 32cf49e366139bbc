internal import LECModel

extension Workbook {
  /// The sheet that holds the roster: the one that was named, or the only one whose header is a roster's. Where several
  /// are, a person is asked; where none is, the one that comes nearest is taken and says what is missing.
  func choose(_ name: String?, words: HeaderWords, required: [RosterColumn]) throws(CSVProblem) -> Sheet {
    if let name {
      let wanted = TextForm.clean(name)
      if let sheet = sheets.first(where: { $0.name == wanted }) { return sheet }
      if let place = Int(wanted), sheets.indices.contains(place - 1) { return sheets[place - 1] }
      throw .workbook(.noSuchSheet(wanted, known: sheets.map(\.name)))
    }
    let visible = sheets.filter { !$0.isHidden }
    let offered = visible.isEmpty ? sheets : visible
    guard offered.count > 1, let first = offered.first else { return offered.first ?? sheets[0] }
    var looks: [(sheet: Sheet, look: Look)] = []
    for sheet in offered { looks.append((sheet, try look(at: sheet, words, required))) }
    var fitting = looks.filter { $0.look.fits }
    // An empty form beside the filled one is no question.
    if fitting.count > 1, fitting.contains(where: { $0.look.hasRows }) { fitting.removeAll { !$0.look.hasRows } }
    if fitting.count > 1 { throw .workbook(.severalSheets(fitting.map(\.sheet.name))) }
    if let only = fitting.first { return only.sheet }
    let most = looks.map(\.look.known).max() ?? 0
    return looks.first { $0.look.known == most }?.sheet ?? first
  }

  private struct Look {
    var known = 0
    var fits = false
    var hasRows = false
  }

  /// What the first rows of a sheet say. A sheet that can't be read is not the one, unless it is asked for.
  private func look(at sheet: Sheet, _ words: HeaderWords, _ required: [RosterColumn]) throws(CSVProblem) -> Look {
    let limits = SheetLimits.standard
    do {
      let text = try table(sheet, rows: limits.headerRows + 4).text
      let reader = CSVReader(text, delimiter: .comma, limits: limits)
      guard let found = try HeaderSearch(reader, words: words, limits: limits) else { return Look() }
      var look = Look(known: found.known)
      look.fits = (try? ColumnMap(found.names, at: found.place, words: words, required: required)) != nil
      var ahead = reader
      while let row = try ahead.next() { if row.line > found.lastLine { look.hasRows = true } }
      return look
    } catch {
      if case .workbook(.bomb) = error { throw error }
      return Look()
    }
  }
}
