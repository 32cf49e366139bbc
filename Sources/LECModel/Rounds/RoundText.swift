/// A round as a plain text that an official can read and edit: one `name: value` a line, `#` begins a remark.
package enum RoundText {
  package struct Fault: Error, Equatable, Sendable {
    package enum Reason: String, CaseIterable, Sendable {
      case noColon = "no-colon"
      case unknownName = "unknown-name"
      case twice, missing, badDate = "bad-date", badChoice = "bad-choice", badNumber = "bad-number"
    }

    package var line: Int
    package var reason: Reason
    package var word: String

    package init(line: Int, reason: Reason, word: String) {
      self.line = line
      self.reason = reason
      self.word = word
    }
  }

  private static let names: Set<String> = [
    "round", "policy", "reference", "opens", "closes", "datasets", "centre-from-months", "centre-below-months",
    "institution", "authority", "province", "institution-internal", "authority-internal", "province-internal",
  ]

  package static func read(_ text: String) throws(Fault) -> Round {
    var values: [String: (line: Int, value: String)] = [:]
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let words = line.prefix { $0 != "#" }.trimmed
      if words.isEmpty { continue }
      guard let colon = words.firstIndex(of: ":") else {
        throw Fault(line: number, reason: .noColon, word: words)
      }
      let name = words[..<colon].trimmed, value = words[words.index(after: colon)...].trimmed
      guard names.contains(name) else { throw Fault(line: number, reason: .unknownName, word: name) }
      guard values[name] == nil else { throw Fault(line: number, reason: .twice, word: name) }
      values[name] = (number, value)
    }
    return try Reading(values: values).round()
  }

  package static func write(_ round: Round) -> String {
    var out = "round: \(round.key.text)\npolicy: \(round.policy.rawValue)\nreference: \(round.reference.iso)\n"
    if let opens = round.opens { out += "opens: \(opens.iso)\n" }
    if let closes = round.closes { out += "closes: \(closes.iso)\n" }
    for deadline in round.deadlines {
      out += "\(deadline.level.rawValue)\(deadline.isFinal ? "" : "-internal"): \(deadline.due.iso)\n"
    }
    out += "datasets: \(round.datasets.map(\.rawValue).joined(separator: " "))\n"
    out += "centre-from-months: \(round.ages.centreFrom)\ncentre-below-months: \(round.ages.centreBelow)\n"
    return out
  }

  private struct Reading {
    var values: [String: (line: Int, value: String)]

    func round() throws(Fault) -> Round {
      let keyText = try text("round"), policyText = try text("policy")
      guard let key = RoundKey(keyText.value) else {
        throw Fault(line: keyText.line, reason: .badChoice, word: keyText.value)
      }
      guard let policy = EditPolicy(rawValue: policyText.value) else {
        throw Fault(line: policyText.line, reason: .badChoice, word: policyText.value)
      }
      let day = try text("reference")
      guard let reference = CalendarDate(iso: day.value) else {
        throw Fault(line: day.line, reason: .badDate, word: day.value)
      }
      var deadlines: [Deadline] = []
      for level in [Level.institution, .authority, .province] {
        for (suffix, isFinal) in [("", true), ("-internal", false)] {
          if let due = try moment(level.rawValue + suffix) {
            deadlines.append(Deadline(level: level, due: due, isFinal: isFinal))
          }
        }
      }
      let normal = AgeRule()
      return Round(
        key: key, opens: try moment("opens"), closes: try moment("closes"), deadlines: deadlines,
        reference: reference, policy: policy, datasets: try datasets(),
        ages: AgeRule(
          centreFrom: try months("centre-from-months") ?? normal.centreFrom,
          centreBelow: try months("centre-below-months") ?? normal.centreBelow))
    }

    private func text(_ name: String) throws(Fault) -> (line: Int, value: String) {
      guard let found = values[name], !found.value.isEmpty else {
        throw Fault(line: values[name]?.line ?? 0, reason: .missing, word: name)
      }
      return found
    }

    private func moment(_ name: String) throws(Fault) -> Moment? {
      guard let found = values[name] else { return nil }
      // A day alone means the end of it for whatever closes, and its beginning for what opens.
      if let day = CalendarDate(iso: found.value) {
        return name == "opens" ? Moment.start(of: day) : Moment.end(of: day)
      }
      guard let moment = Moment(iso: found.value) else {
        throw Fault(line: found.line, reason: .badDate, word: found.value)
      }
      return moment
    }

    private func datasets() throws(Fault) -> [Dataset] {
      let found = try text("datasets")
      var out: [Dataset] = []
      for word in found.value.split(separator: " ") {
        guard let dataset = Dataset(rawValue: String(word)), !out.contains(dataset) else {
          throw Fault(line: found.line, reason: .badChoice, word: String(word))
        }
        out.append(dataset)
      }
      return out
    }

    private func months(_ name: String) throws(Fault) -> Int? {
      guard let found = values[name] else { return nil }
      guard let number = Int(found.value), (0...240).contains(number) else {
        throw Fault(line: found.line, reason: .badNumber, word: found.value)
      }
      return number
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let blank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    return String(drop(while: blank).reversed().drop(while: blank).reversed())
  }
}
