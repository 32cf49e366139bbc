/// The tables that are the truth: the event log, and what is this machine's own (keys, drafts, settings, failed log-ins).
///
/// Steps are named by number and never edited once released; a new need is a new step at the end.
enum LogSchema {
  /// Marks a file as ours in its header ("LECT").
  static let applicationID: Int64 = 0x4C45_4354

  static let steps: [[String]] = [
    [
      """
      CREATE TABLE chain (
        n INTEGER PRIMARY KEY,      -- short name of the chain inside this file
        id BLOB NOT NULL UNIQUE     -- hash of the body of its first event
          CHECK (length(id) = 32)
      ) STRICT
      """,
      """
      CREATE TABLE event (
        n INTEGER PRIMARY KEY,      -- order of arrival in this file
        id BLOB NOT NULL UNIQUE     -- BLAKE2b-256 of the header: the event's identity
          CHECK (length(id) = 32),
        chain INTEGER NOT NULL REFERENCES chain (n),
        seq INTEGER NOT NULL,       -- place in its chain; an index, not an identity
        kind INTEGER NOT NULL,      -- what was done; unknown numbers are kept unread
        record BLOB,                -- id of the event that created the record; null for the creating event itself
        header BLOB NOT NULL,       -- the exact bytes that were hashed
        salt BLOB,                  -- key of the body's hash; erased together with the body
        body BLOB,                  -- what was done, in full; null once erased
        signature BLOB              -- the person's signature over the id, on official acts
      ) STRICT
      """,
      "CREATE INDEX event_by_chain ON event (chain, seq)",
      "CREATE INDEX event_by_record ON event (record, n) WHERE record IS NOT NULL",
      """
      CREATE TABLE setting (
        name TEXT PRIMARY KEY,      -- this machine's own settings; never exchanged
        value TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE credential (
        user TEXT PRIMARY KEY,      -- who logs in with it
        salt BLOB NOT NULL,         -- of the stretching
        operations INTEGER NOT NULL,
        memory INTEGER NOT NULL,
        sealed BLOB NOT NULL,       -- the person's signing key (or a mark, before the profile), sealed under the password
        first INTEGER NOT NULL      -- 1: the first password, to be changed at the first log-in
      ) STRICT
      """,
      """
      CREATE TABLE device_key (
        chain BLOB PRIMARY KEY,     -- the chain whose first event names the public halves
        signing BLOB NOT NULL,
        box BLOB NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE failure (
        user TEXT PRIMARY KEY,      -- failed log-ins in a row, by the machine's own clock
        count INTEGER NOT NULL,
        until INTEGER NOT NULL      -- milliseconds; no new try before
      ) STRICT
      """,
      """
      CREATE TABLE draft (
        name TEXT PRIMARY KEY,      -- which form of which user
        value BLOB NOT NULL         -- the fields as typed so far
      ) STRICT
      """,
    ],
    [
      // The first number used twice in the chain, and the first that is missing before a later one; null while there is none.
      "ALTER TABLE chain ADD COLUMN fork INTEGER",
      "ALTER TABLE chain ADD COLUMN gap INTEGER",
      "CREATE INDEX event_of_authority ON event (n) WHERE kind < 7 OR kind BETWEEN 60 AND 66",
      """
      CREATE TABLE chain_head (
        chain INTEGER NOT NULL REFERENCES chain (n),
        seq INTEGER NOT NULL,
        id BLOB NOT NULL,           -- the event that was the chain's last when its device signed
        signature BLOB NOT NULL,    -- of the device over the id: everything before it is vouched for with it
        PRIMARY KEY (chain, seq, id)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE box_key (
        public BLOB PRIMARY KEY,    -- key that files sent to this unit are sealed to; shared by the unit's machines
        secret BLOB NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE bundle_file (
        hash BLOB PRIMARY KEY,      -- every file made or read here, so that one is known again
        name TEXT NOT NULL,
        unit TEXT NOT NULL,         -- whom it came from, or whom it was made for
        number INTEGER NOT NULL,    -- running number of the sender
        made INTEGER NOT NULL,      -- 1: made here
        at INTEGER NOT NULL,
        events INTEGER NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE tally (
        unit TEXT NOT NULL,         -- figures of one institution, worked out from its rows and kept until they change
        round TEXT NOT NULL,
        day TEXT NOT NULL,
        body BLOB NOT NULL,
        PRIMARY KEY (unit, round)
      ) STRICT, WITHOUT ROWID
      """,
    ],
    [
      """
      CREATE TABLE pair (
        first BLOB NOT NULL,        -- two entries that look like one child, as found last
        first_unit TEXT NOT NULL,
        second BLOB NOT NULL,
        second_unit TEXT NOT NULL,
        evidence TEXT NOT NULL,
        rank INTEGER NOT NULL,
        PRIMARY KEY (first, second)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE pair_due (
        unit TEXT PRIMARY KEY       -- institution whose list changed since pairs were looked for
      ) STRICT, WITHOUT ROWID
      """,
    ],
    [
      // How far the log went when a file was made, when its receiver says to have read it, and which chain wrote a file that was read.
      "ALTER TABLE bundle_file ADD COLUMN upto INTEGER NOT NULL DEFAULT 0",
      "ALTER TABLE bundle_file ADD COLUMN received INTEGER",
      "ALTER TABLE bundle_file ADD COLUMN chain BLOB",
      "CREATE INDEX bundle_file_by_unit ON bundle_file (unit, made, at)",
    ],
    [
      // What the salts of a chain written here follow from: a bundle names it once instead of every salt. Forgotten when something
      // is erased, for whoever has it can make the salts.
      "ALTER TABLE device_key ADD COLUMN salts BLOB",
      "CREATE INDEX chain_with_fault ON chain (n) WHERE fork IS NOT NULL OR gap IS NOT NULL",
    ],
    [
      """
      CREATE TABLE outrun (
        n INTEGER PRIMARY KEY       -- event whose counter is not above that of the event before it in its chain: it never counts
      ) STRICT
      """
    ],
  ]
}
