import LECModel
import LECStore

/// Answers the pages of the levels' work.
extension Desk {
  func answer(_ request: LevelRequest) throws -> Answer? {
    let store = try file()
    switch request {
    case .page(.trainer(let place), _): return .level(.page(.trainer(place), try page(place)))
    case .page(let id, let search):
      store.focus = nil
      return .level(.page(id, try page(id, search: search)))
    case .look(let unit):
      store.focus = unit
      return .level(.looking)
    case .may(.erase(let records, let reason)):
      try store.mayErase(records, reason: reason, by: user())
      return .level(.allowed)
    case .may(.release(let unit, let dataset)):
      try store.mayAct(.release(dataset), on: unit, dataset, by: user())
      return .level(.allowed)
    case .may(.accept(let unit, let dataset)):
      try store.mayAct(.accept(dataset), on: unit, dataset, by: user())
      return .level(.allowed)
    case .may(.takeBack(let unit, let dataset)):
      try store.mayAct(.takeBackAcceptance(dataset), on: unit, dataset, by: user())
      return .level(.allowed)
    case .may: return .level(.allowed)
    case .perform(let deed, let answers): return try perform(deed, answers)
    case .unsend(let text):
      try file().takeBack(file: Armor.unwrapped(Array(text.utf8)))
      return nil
    case .codes(let text, let room): return .level(.codes(QRPicture.pieces(text, room: room).map(QRPicture.lines)))
    case .paste(let step): return .level(try paste(step))
    case .others:
      guard let own = try store.ownUnit(), let round = try store.currentRound() else {
        throw Refusal(.noRound, .op04, level: .department)
      }
      let rows = try store.otherSchools(of: own.code, round: round.key)
      return .level(.others(rows, canEdit: own.kind == .authority))
    case .countOther(let record, let cell):
      try store.countOther(record, [cell], by: user())
      return try answer(.others)
    }
  }

  private func page(_ id: PageID, search: String) throws -> Page {
    let store = try file()
    let pages = LevelPages(store: store)
    switch id {
    case .board(let unit): return try pages.board(unit, search: search)
    case .unit(let unit): return try pages.unit(unit)
    case .search: return try pages.search(search)
    case .cards: return try pages.cards(search)
    case .bundles: return try pages.bundles(letters(), mailbox: letterBox.mailbox)
    case .send(let unit, let isDelta): return try pages.send(unit, isDelta: isDelta, places: letterBox.places)
    case .incoming(let path): return try preview(path)
    case .notes(let unit): return try pages.notes(unit)
    case .claims: return try pages.claims()
    case .claim(let id): return try pages.claim(id)
    case .doubles: return try pages.doubles()
    case .samples: return try pages.samples()
    case .sample(let id): return try pages.sample(id)
    case .pending: return try pages.pending()
    case .conflicts: return try pages.conflicts()
    case .partners: return try pages.partners()
    case .promotion: return try pages.promotion()
    case .rounds: return try pages.rounds(examples: examples)
    case .snapshot: return try pages.snapshot()
    case .others: return try pages.others()
    case .erasures: return try pages.erasures()
    case .erase(let records): return try pages.erase(records)
    case .trainer(let place): return try page(place)
    }
  }

  /// The folder of the data file: where files for others are put and looked for.
  var folder: String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private var examples: [String] {
    (data?.files(in: "rounds", ending: ".txt") ?? []).map { String($0.dropFirst(7).dropLast(4)) }
  }
}
