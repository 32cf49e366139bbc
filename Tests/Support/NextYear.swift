package import LECModel

extension Round {
  /// The same round of another year, with all of its days.
  package func moved(toYear year: Int) -> Round {
    var out = self
    let days = (year - key.year) * 365
    out.key = RoundKey(year: year, number: key.number)
    out.reference = reference.adding(days: days)
    let milliseconds = Int64(days) * 86_400_000
    out.closes = closes.map { $0 + milliseconds }
    for i in out.deadlines.indices { out.deadlines[i].due = out.deadlines[i].due + milliseconds }
    return out
  }
}
