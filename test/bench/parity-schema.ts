/** Tables beside the product’s own, with every constraint that D1 knows and none of the product’s care about types. */
export const SCRATCH = [
  `CREATE TABLE visitors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL UNIQUE,
    rank INTEGER CHECK (rank >= 0),
    share REAL,
    face BLOB,
    note TEXT DEFAULT 'none',
    loose,
    CONSTRAINT share_of_one CHECK (share IS NULL OR share <= 1)
  )`,
  `CREATE TABLE couples (
    id TEXT PRIMARY KEY,
    mentor INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    mentee INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT 'open',
    version INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT two_people CHECK (mentor <> mentee)
  )`,
  `CREATE UNIQUE INDEX couples_one_mentor ON couples (mentor) WHERE state = 'active'`,
  `CREATE UNIQUE INDEX couples_version ON couples (mentor, mentee, version)`,
  `CREATE TABLE notes (
    couple TEXT NOT NULL REFERENCES couples (id),
    place INTEGER NOT NULL,
    words TEXT,
    PRIMARY KEY (couple, place)
  ) WITHOUT ROWID`,
  `CREATE TABLE strict_words (word TEXT NOT NULL, weight INTEGER, share REAL, face BLOB) STRICT`,
]

export const SCRATCH_TABLES = ['notes', 'couples', 'visitors', 'strict_words']
