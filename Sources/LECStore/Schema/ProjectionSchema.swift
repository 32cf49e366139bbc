/// The tables made from the log. They can be thrown away and made anew; a change here means a new version and a rebuild.
enum ProjectionSchema {
  static let version: Int64 = 10

  static let tables = [
    "unit", "unit_move", "round", "account", "profile", "profile_end", "student", "basics", "basics_head",
    "explanation",
    "confirmation",
    "confirmation_end", "release_request", "import_step", "dispute", "entered", "pending", "acceptance", "exemption",
    "note", "claim", "claim_answer", "claim_decision", "sample", "sample_result", "other_school", "other_count",
    "snapshot", "snapshot_row", "amendment", "erasure", "erased", "authority", "overtaking",
  ]

  /// Made with them and thrown away with them, and no part of what the log says: which signatures were checked depends on what was
  /// asked.
  private static let memory = ["checked"]

  /// The indexes of the roster: kept apart, because a very large import is quicker without them and makes them anew at its end.
  static let rosterIndexes: [String] = [
    "CREATE INDEX student_by_name ON student (unit, state, sort, n, find, mark)",
    "CREATE INDEX student_by_class ON student (unit, state, grade_rank, room_key, sort, n, mark, sex, room)",
    "CREATE INDEX student_by_number ON student (number) WHERE number <> ''",
    "CREATE INDEX student_by_birth ON student (birth) WHERE birth <> ''",
  ]

  static let create: [String] = tablesAndIndexes + rosterIndexes

  private static let tablesAndIndexes: [String] = [
    """
    CREATE TABLE unit (
      code TEXT PRIMARY KEY,
      n INTEGER NOT NULL,           -- the event that made the unit: the record of its basic information
      first INTEGER NOT NULL,       -- its counter: the earliest setting is the one, in whatever order they come
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      parent TEXT NOT NULL,         -- code of the unit above; empty at the top
      district TEXT NOT NULL,
      province TEXT NOT NULL,
      contact_unit TEXT NOT NULL,   -- whom to ring there
      contact_person TEXT NOT NULL,
      contact_phone TEXT NOT NULL,
      closed TEXT NOT NULL,         -- the day from which it no longer exists; empty while it does
      office TEXT NOT NULL,         -- district whose view it belongs to
      no_computer INTEGER NOT NULL, -- 1: its authority enters for it
      successor TEXT NOT NULL,
      find TEXT NOT NULL,           -- folded name and code, for the search
      lamport INTEGER NOT NULL,     -- of the setting in force; a later one replaces it, in whatever order they come
      tie BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE authority (
      key BLOB NOT NULL,            -- whom or what the event says something about
      n INTEGER NOT NULL,
      PRIMARY KEY (key, n)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE overtaking (
      base BLOB NOT NULL,           -- the entry that another one names as the one it replaces
      id BLOB PRIMARY KEY,          -- that other one
      place INTEGER NOT NULL        -- the counter it stands at: its own, or one behind what it names
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX overtaking_by_base ON overtaking (base)",
    """
    CREATE TABLE checked (
      mark BLOB PRIMARY KEY         -- of a signature that was found right, its message and its key
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE unit_move (
      unit TEXT NOT NULL,           -- one that hangs elsewhere now
      place TEXT NOT NULL,          -- an office that it once hung under, or that had it in its view
      PRIMARY KEY (unit, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX unit_by_parent ON unit (parent, code)",
    "CREATE INDEX unit_by_office ON unit (office, code) WHERE office <> ''",
    """
    CREATE TABLE round (
      name TEXT PRIMARY KEY,        -- academic year and number, as 2567/2
      n INTEGER NOT NULL,           -- the event that set it last
      body BLOB NOT NULL,           -- its dates and policy, canonical
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE account (
      user TEXT PRIMARY KEY,
      unit TEXT NOT NULL,
      role TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE profile (
      n INTEGER PRIMARY KEY,        -- the event that made it
      user TEXT NOT NULL,
      first TEXT NOT NULL,
      last TEXT NOT NULL,
      position TEXT NOT NULL,
      phone TEXT NOT NULL,
      key BLOB NOT NULL,            -- public key of the person
      chain INTEGER NOT NULL,       -- the machine on which it was made: entries from there are this person's
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX profile_by_user ON profile (user, lamport)",
    """
    CREATE TABLE profile_end (
      n INTEGER PRIMARY KEY,        -- a hand-over, or the end of a term of office
      user TEXT NOT NULL,           -- empty when the whole unit's term ends
      unit TEXT NOT NULL,           -- empty for a hand-over
      lamport INTEGER NOT NULL      -- what was made before it is over
    ) STRICT
    """,
    "CREATE INDEX profile_end_by_user ON profile_end (user, lamport)",
    "CREATE INDEX profile_end_by_unit ON profile_end (unit, lamport)",
    """
    CREATE TABLE student (
      n INTEGER PRIMARY KEY,        -- the event that added the child
      unit TEXT NOT NULL,
      number TEXT NOT NULL,         -- 13 digits, G-code, old code, or empty
      title TEXT NOT NULL,
      first TEXT NOT NULL,
      middle TEXT NOT NULL,
      last TEXT NOT NULL,
      sex TEXT NOT NULL,            -- m, f or empty
      birth TEXT NOT NULL,          -- 2018-05-16
      nationality TEXT NOT NULL,
      school_number TEXT NOT NULL,
      grade TEXT NOT NULL,          -- P1, C3 ...
      room TEXT NOT NULL,
      admitted TEXT NOT NULL,
      entry TEXT NOT NULL,
      came_from TEXT NOT NULL,
      elsewhere TEXT NOT NULL,      -- the other centre whose list still has the child
      state TEXT NOT NULL,          -- enrolled, removed, withdrawn, graduated
      reason TEXT NOT NULL,
      left_on TEXT NOT NULL,
      remark TEXT NOT NULL,
      mark TEXT NOT NULL,           -- round and what the roll-call found, as "2567/2 present"
      paper TEXT NOT NULL,
      number_step TEXT NOT NULL,
      disability TEXT NOT NULL,
      ethnicity TEXT NOT NULL,
      religion TEXT NOT NULL,
      guardian TEXT NOT NULL,
      guardian_phone TEXT NOT NULL,
      grade_rank INTEGER NOT NULL,  -- order of the grade
      room_key BLOB NOT NULL,       -- order of the room: 2 before 10
      sort BLOB NOT NULL,           -- dictionary order of first name, then surname
      find TEXT NOT NULL,           -- folded text that the search looks through
      leaf BLOB NOT NULL,           -- hash of the row in digest-1; empty for withdrawn entries
      heads BLOB NOT NULL           -- the record's heads, 32 bytes each
    ) STRICT
    """,
    """
    CREATE TABLE basics (
      unit TEXT NOT NULL,
      field INTEGER NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (unit, field)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE basics_head (
      unit TEXT PRIMARY KEY,
      heads BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE explanation (
      unit TEXT NOT NULL,
      record BLOB NOT NULL,         -- the child; empty for the unit
      finding TEXT NOT NULL,        -- name of the check
      about TEXT NOT NULL,          -- the values that the words explain
      words TEXT NOT NULL,          -- empty: taken back
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL,
      PRIMARY KEY (unit, record, finding)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE confirmation (
      n INTEGER PRIMARY KEY,
      unit TEXT NOT NULL,
      round TEXT NOT NULL,
      dataset TEXT NOT NULL,
      digest BLOB NOT NULL,
      leaf BLOB NOT NULL,           -- hash by which a parent's confirmation names this one
      id BLOB NOT NULL,
      lamport INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX confirmation_by_dataset ON confirmation (unit, round, dataset, lamport, id)",
    """
    CREATE TABLE confirmation_end (
      n INTEGER PRIMARY KEY,
      unit TEXT NOT NULL,
      round TEXT NOT NULL,
      dataset TEXT NOT NULL,
      confirmation BLOB NOT NULL,   -- the one released by the level above; empty: the unit took back whatever it had confirmed
      reason TEXT NOT NULL,
      lamport INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX confirmation_end_by_dataset ON confirmation_end (unit, round, dataset, lamport)",
    """
    CREATE TABLE acceptance (
      n INTEGER PRIMARY KEY,
      unit TEXT NOT NULL,
      round TEXT NOT NULL,
      dataset TEXT NOT NULL,
      confirmation BLOB NOT NULL,
      taken_back INTEGER NOT NULL,  -- 1: the acceptance of it was taken back
      words TEXT NOT NULL,
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX acceptance_by_unit ON acceptance (unit, round, dataset, lamport, tie)",
    """
    CREATE TABLE exemption (
      n INTEGER PRIMARY KEY,
      unit TEXT NOT NULL,
      round TEXT NOT NULL,
      until INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE pending (
      n INTEGER PRIMARY KEY,        -- the event that does not count, or not yet
      verdict TEXT NOT NULL,        -- waiting, held, refused
      reason TEXT NOT NULL,
      unit TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX pending_by_unit ON pending (unit, verdict)",
    """
    CREATE TABLE note (
      n INTEGER PRIMARY KEY,
      id BLOB NOT NULL,
      unit TEXT NOT NULL,           -- whom the note is about
      answers BLOB NOT NULL,        -- the note that this answers; empty for a note
      words TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_by_unit ON note (unit, n)",
    """
    CREATE TABLE claim (
      n INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      opener TEXT NOT NULL,
      number INTEGER NOT NULL,
      asked_unit TEXT NOT NULL,     -- the side that is asked to take the child out first
      asked_record BLOB NOT NULL,
      other_unit TEXT NOT NULL,
      other_record BLOB NOT NULL,
      evidence TEXT NOT NULL,
      due TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE claim_answer (
      n INTEGER PRIMARY KEY,
      claim BLOB NOT NULL,
      unit TEXT NOT NULL,
      answer TEXT NOT NULL,
      words TEXT NOT NULL,
      lamport INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE claim_decision (
      n INTEGER PRIMARY KEY,
      claim BLOB NOT NULL,
      outcome TEXT NOT NULL,
      words TEXT NOT NULL,
      lamport INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sample (
      n INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE,
      unit TEXT NOT NULL,
      number INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sample_result (
      sample BLOB NOT NULL,
      child BLOB NOT NULL,
      found TEXT NOT NULL,
      words TEXT NOT NULL,
      n INTEGER NOT NULL,
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL,
      PRIMARY KEY (sample, child)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE other_school (
      record BLOB PRIMARY KEY,      -- the event that added the school
      unit TEXT NOT NULL,           -- the authority whose row it is
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      affiliation TEXT NOT NULL,
      dissolved INTEGER NOT NULL,
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX other_school_by_unit ON other_school (unit, affiliation, code)",
    """
    CREATE TABLE other_count (
      school BLOB NOT NULL,
      round TEXT NOT NULL,
      grade TEXT NOT NULL,
      total INTEGER NOT NULL,
      male INTEGER,
      female INTEGER,
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL,
      PRIMARY KEY (school, round, grade)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE snapshot (
      round TEXT NOT NULL,
      n INTEGER NOT NULL,
      id BLOB NOT NULL,
      body BLOB NOT NULL,
      lamport INTEGER NOT NULL,
      PRIMARY KEY (round, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE snapshot_row (
      round TEXT NOT NULL,
      part BLOB NOT NULL,           -- the event that holds the row
      place INTEGER NOT NULL,       -- its place in the province's list
      unit TEXT NOT NULL,
      province TEXT NOT NULL,
      dataset TEXT NOT NULL,
      digest BLOB NOT NULL,
      total INTEGER NOT NULL,
      male INTEGER NOT NULL,
      female INTEGER NOT NULL,
      confirmed INTEGER NOT NULL,
      PRIMARY KEY (round, part, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX snapshot_row_by_unit ON snapshot_row (unit, round)",
    """
    CREATE TABLE amendment (
      n INTEGER PRIMARY KEY,
      round TEXT NOT NULL,
      number INTEGER NOT NULL,
      unit TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE release_request (
      n INTEGER PRIMARY KEY,
      unit TEXT NOT NULL,
      round TEXT NOT NULL,
      dataset TEXT NOT NULL,
      words TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE import_step (
      n INTEGER PRIMARY KEY,
      chain INTEGER NOT NULL,
      seq INTEGER NOT NULL,         -- the step that its rows name
      file TEXT NOT NULL,
      hash BLOB NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      taken_back INTEGER NOT NULL   -- event that took it back; 0 while it stands
    ) STRICT
    """,
    """
    CREATE TABLE dispute (
      unit TEXT NOT NULL,
      student INTEGER NOT NULL,     -- where the child was entered; 0 for the basic information of the unit
      field INTEGER NOT NULL,
      in_force BLOB NOT NULL,
      other BLOB NOT NULL,
      other_value TEXT NOT NULL,
      PRIMARY KEY (unit, student, field, other)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE entered (
      dataset TEXT NOT NULL,        -- who last entered data of it, for the second pair of eyes
      user TEXT NOT NULL,
      n INTEGER NOT NULL,
      PRIMARY KEY (dataset, user)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE erasure (
      n INTEGER NOT NULL,           -- the order
      place INTEGER NOT NULL,
      record BLOB NOT NULL,
      removal BLOB NOT NULL,        -- the event that took the child out: without it the order does nothing
      leaf BLOB NOT NULL,
      unit TEXT NOT NULL,
      reason TEXT NOT NULL,
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL,
      PRIMARY KEY (n, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX erasure_by_removal ON erasure (removal)",
    """
    CREATE TABLE erased (
      record BLOB NOT NULL,         -- a child that an order took out of everything
      unit TEXT NOT NULL,           -- whose child it was: nobody erases another's by naming it
      leaf BLOB NOT NULL,           -- keeps its place in what was confirmed
      n INTEGER NOT NULL,           -- the order that counts: the earliest
      lamport INTEGER NOT NULL,
      tie BLOB NOT NULL,
      PRIMARY KEY (record, unit)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX erased_by_unit ON erased (unit)",
  ]

  /// The same from the list itself: an index that is made again and was not dropped stops every large import.
  static let dropRosterIndexes = rosterIndexes.compactMap { sql in
    sql.split(separator: " ").dropFirst(2).first.map { "DROP INDEX IF EXISTS \($0)" }
  }

  static let drop = (tables + memory).map { "DROP TABLE IF EXISTS \($0)" }
}
