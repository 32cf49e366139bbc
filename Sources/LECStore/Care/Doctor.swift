import LECModel

/// What `doctor` reports: plain facts about the file and the machine, each good or to be looked at.
package struct DoctorLine: Equatable, Sendable {
  package enum Subject: String, CaseIterable, Sendable {
    case file, size, events, chains, sqlite, quickCheck = "quick-check", clock, training, rights, space, readOnly =
      "read-only"
  }

  package var subject: Subject
  package var value: String
  package var isGood: Bool
}

extension Store {
  package func doctor() throws -> [DoctorLine] {
    var out: [DoctorLine] = []
    func say(_ subject: DoctorLine.Subject, _ value: String, _ good: Bool = true) {
      out.append(DoctorLine(subject: subject, value: value, isGood: good))
    }
    say(.file, path)
    say(.size, String(FileCare.size(path) + FileCare.size(path + "-wal")))
    say(.events, String(try log.count))
    say(.chains, String(try connection.one("SELECT count(*) FROM chain") { $0.integer(0) } ?? 0))
    say(.sqlite, try connection.one("SELECT sqlite_version()") { $0.text(0) } ?? "")
    // The same look as `verify` takes: the quick one passes over indexes, and the two must not say different things.
    let check = try connection.one("PRAGMA integrity_check(1)") { $0.text(0) } ?? ""
    say(.quickCheck, check, check == "ok")
    let last = try log.events(before: .max, limit: 1).first?.header.time
    let behind = last.map { $0 > world.now() } ?? false
    say(.clock, world.now().iso, !behind)
    say(.training, isTraining ? "yes" : "no")
    let mode = FileCare.mode(path)
    say(.rights, String(mode, radix: 8), mode & 0o077 == 0)
    let free = FileCare.freeSpace(path)
    say(.space, String(free), free > 100 << 20)
    say(.readOnly, isReadOnly ? "yes" : "no", !isReadOnly)
    return out
  }
}
