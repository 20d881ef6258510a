/** Decks: ordered items, each a cleared revision and a view with speaker notes. Frozen: a released step is never edited (B4). */
export const decks = {
  version: 2,
  name: "decks",
  sql: `
CREATE TABLE deck (
  id         TEXT PRIMARY KEY,
  title      TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  trashed_at INTEGER
) STRICT;

CREATE TABLE deck_item (
  id          INTEGER PRIMARY KEY,
  deck_id     TEXT NOT NULL REFERENCES deck (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  scenario_id TEXT,
  revision    INTEGER,
  view        TEXT NOT NULL CHECK (json_type(view) = 'object'),
  notes       TEXT NOT NULL,
  UNIQUE (deck_id, position),
  CHECK ((scenario_id IS NULL) = (revision IS NULL)),
  FOREIGN KEY (scenario_id, revision) REFERENCES revision (scenario_id, number)
) STRICT;
`,
} as const;
