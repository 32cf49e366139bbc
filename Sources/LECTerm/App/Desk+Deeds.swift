import LECModel
import LECStore

/// Does what was chosen on a page of the levels' work.
extension Desk {
  func perform(_ deed: LevelDeed, _ answers: [String]) throws -> Answer {
    // A trainer needs not to be anybody of the file.
    if case .trainer(let deed) = deed { return try perform(deed, answers.first.map { TextForm.clean($0) } ?? "") }
    let store = try file()
    let me = try user()
    func word(_ place: Int) -> String { answers.indices.contains(place) ? TextForm.clean(answers[place]) : "" }
    func password(_ place: Int) -> String { answers.indices.contains(place) ? answers[place] : "" }
    func done(_ words: Words = "page.saved", _ page: Page? = nil) -> Answer { .level(.done(words, page)) }
    switch deed {
    case .release(let unit, let dataset):
      try store.release(dataset, of: unit, reason: word(0), password: password(1), by: me)
    case .accept(let unit, let dataset):
      try store.accept(dataset, of: unit, words: "", password: password(0), by: me)
    case .takeBack(let unit, let dataset):
      try store.accept(dataset, of: unit, takeBack: true, words: word(0), password: password(1), by: me)
    case .exempt(let unit):
      guard case .success(let day) = BuddhistDate.read(word(0), today: store.now().date.adding(days: 365)) else {
        throw Refusal(.badDate, .op04, detail: word(0))
      }
      try store.exempt(unit, until: Moment.end(of: day), reason: word(1), password: password(2), by: me)
    case .note(let unit): try store.note(unit, words: word(0), by: me)
    case .answerNote(let id): try store.answer(note: id, words: word(0), by: me)
    case .issueCard(let unit):
      let card = try store.issueCard(for: unit, password: password(0), by: me)
      return done(.none, try handOut([card]))
    case .issueAll:
      guard let own = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
      let cards = try store.children(of: own).filter(\.isOpen).map {
        try store.issueCard(for: $0.code, password: password(0), by: me)
      }
      return done(.none, try handOut(cards))
    case .acceptJoin(let id): try store.acceptJoin(id, password: password(0), by: me)
    case .endTerm(let unit): try store.endTerm(of: unit, reason: word(0), password: password(1), by: me)
    case .addUnit(let kind):
      guard let own = try store.ownUnit() else { throw Refusal(.notYourUnit, .au04) }
      try store.addUnit(
        Unit(
          code: UnitCode(word(0)), kind: kind, name: word(1), parent: own.code, district: own.district,
          province: own.kind == .province ? own.name : own.province), by: me)
    case .rename(let unit): try store.editUnit(unit, by: me) { $0.name = word(0) }
    case .move(let unit):
      try store.editUnit(unit, by: me) { $0.parent = UnitCode(word(0)) }
      guard let moved = try store.unit(unit), let office = try moved.parent.flatMap({ try store.unit($0) }) else {
        break
      }
      return done(.key("unitPage.moved", [.text("unit", moved.name), .text("office", office.name)]))
    case .setComputer(let unit, let has): try store.editUnit(unit, by: me) { $0.hasNoComputer = !has }
    case .close(let unit):
      try store.closeUnit(
        unit, on: store.now().date, into: word(0).isEmpty ? nil : UnitCode(word(0)), by: me)
    case .sendTo(let unit, let place, let isDelta):
      return done(.none, try send(unit, to: place, isDelta: isDelta))
    case .sendText(let unit, let isDelta):
      let sent = try sendText(unit, isDelta: isDelta)
      return .level(.copied(sent.text, sent.page))
    case .sendCodes(let unit): return .level(.go(.codes(try sendCodes(unit))))
    case .previewBundle:
      if FileCare.isFolder(word(0)) { return done(.none, try readAll(in: word(0))) }
      // Told here, what was typed stays to be mended.
      guard FileCare.exists(word(0)) else { throw LetterFault.nothingAt(word(0)) }
      return .level(.go(.page(.incoming(word(0)))))
    case .readAll: return done(.none, try readAll(newLetters().map(\.path)))
    case .setMailbox:
      let path = word(0)
      guard path.isEmpty || FileCare.isFolder(path) else { throw LetterFault.noFolder(path) }
      try store.set(Setting.mailbox, to: path.isEmpty ? "" : Places.full(path))
    case .readBundle(let path): return done(.none, try read(path))
    case .settle(let some, let takingOther): try store.settle(some, takingOther: takingOther, by: me)
    case .promote: return done(.key("promotion.done", [.text("path", try store.promoteYear(by: me))]))
    case .openClaims:
      for pair in try store.doublePairs() where pair.evidence != .nearNameAndBirth {
        try store.openClaim(pair, due: store.now().date.adding(days: 7), by: me)
      }
    case .openClaim(let pair): try store.openClaim(pair, due: store.now().date.adding(days: 7), by: me)
    case .answerClaim(let id, let answer):
      let claim = try store.claims().first { $0.id == id }?.claim
      if let own = try store.ownUnit(), let claim, ![claim.asked.unit, claim.other.unit].contains(own.code) {
        store.focus = claim.asked.unit
      }
      defer { store.focus = nil }
      try store.answerClaim(id, ClaimAnswer(answer: answer, words: word(0)), by: me)
    case .decideClaim(let id, let outcome):
      try store.decideClaim(id, ClaimDecision(outcome: outcome, words: word(0)), by: me)
    case .drawSample:
      guard let institutions = Int(word(0)), let children = Int(word(1)), institutions > 0, children > 0 else {
        throw Refusal(.badValue, .rp02, detail: word(0))
      }
      try store.drawSample(institutions: institutions, perInstitution: children, by: me)
    case .found(let sample, let child, let found):
      try store.found(found, child: child, of: sample, words: word(0), by: me)
    case .adopt(let id): try store.adopt([id], by: me)
    case .adoptAll(let unit): try store.adopt(try store.adoptable(about: unit), by: me)
    case .addRound:
      return done(RoundLines.words("rounds.opened", try addRound(word(0), password: password(1))))
    case .takeSnapshot: try store.takeSnapshot(password: password(0), by: me)
    case .amend(let unit): try store.amend(unit, reason: word(0), password: password(1), by: me)
    case .addOther:
      try store.addOtherSchool(OtherSchool(code: word(0), name: word(1), affiliation: word(2).uppercased()), by: me)
    case .dissolveOther(let record):
      guard let own = try store.ownUnit(), let round = try store.currentRound(),
        var row = try store.otherSchools(of: own.code, round: round.key).first(where: { $0.record == record })
      else { throw Refusal(.noSuchRecord, .oa02, detail: record.short) }
      row.school.isDissolved = true
      try store.editOtherSchool(record, row.school, by: me)
    case .erase(let records, let reason):
      try store.erase(records, reason: reason, password: password(0), by: me)
      return done(.key("erase.done", [.number("count", records.count)]))
    case .carryOutErasures:
      return done(.key("erase.done", [.number("count", try store.carryOutErasures())]))
    case .trainer: break
    case .recoverKey: try store.recoverBoxKey(try CardCode.read(word(0)).get())
    }
    return done()
  }

  private func handOut(_ cards: [NewCard]) throws -> Page {
    let words = ReportTexts.words(language())
    let paper = Document.cards(cards, from: try file().ownUnit(), made: try file().now(), words)
    return try CardSheet.page(cards, of: file(), folder: folder, paper: paper, words)
  }

  /// A round from a file, or from the examples under data/rounds.
  private func addRound(_ name: String, password: String) throws -> Round {
    var text: String?
    if let data, let example = data.files(in: "rounds", ending: ".txt").first(where: { $0 == "rounds/\(name).txt" }) {
      text = String(decoding: data.bytes(of: example), as: UTF8.self)
    } else if FileCare.exists(name) {
      text = String(decoding: try FileCare.whole(name, limit: 1 << 20), as: UTF8.self)
    }
    guard let text else { throw StoreError.notFound(path: name) }
    let round = try RoundText.read(text)
    try file().setRound(round, password: password, by: user())
    return round
  }
}
