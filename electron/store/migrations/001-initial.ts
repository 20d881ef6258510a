/**
 * Scenarios, their drafts and append-only revisions, results, settings and the datasets that results were computed with.
 * Frozen: a released step is never edited (B4).
 */
export const initial = {
  version: 1,
  name: "initial",
  sql: `
CREATE TABLE store_info (
  only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
  app_version TEXT NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Each data vintage in use, once and whole: gzip of the dataset as JSON.
-- An imported result may name one that was never here; therefore no foreign key.
CREATE TABLE dataset_vintage (
  vintage       TEXT PRIMARY KEY,
  body          BLOB NOT NULL,
  first_used_at INTEGER NOT NULL
) STRICT;

-- Labels may be edited; search_text is the folded text of all of them.
CREATE TABLE scenario (
  id          TEXT PRIMARY KEY,
  title       TEXT NOT NULL,
  notes       TEXT NOT NULL,
  tags        TEXT NOT NULL CHECK (json_type(tags) = 'array'),
  question    TEXT NOT NULL,
  hypothesis  TEXT NOT NULL,
  findings    TEXT NOT NULL,
  decision    TEXT NOT NULL,
  search_text TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  labelled_at INTEGER NOT NULL,
  trashed_at  INTEGER
) STRICT;

-- One line per revision, narrow, so that a list of thousands reads few pages.
CREATE TABLE revision (
  id               INTEGER PRIMARY KEY,
  scenario_id      TEXT NOT NULL REFERENCES scenario (id),
  number           INTEGER NOT NULL CHECK (number >= 1),
  saved_at         INTEGER NOT NULL,
  model_version    TEXT NOT NULL,
  data_vintage     TEXT NOT NULL,
  world            TEXT NOT NULL,
  changed_levers   INTEGER NOT NULL,
  headline         REAL,
  headline_year    INTEGER,
  cost_musd_per_yr REAL,
  UNIQUE (scenario_id, number)
) STRICT;

-- What a revision holds: the document as JSON with its CRC-32, and the result as gzip of JSON (which carries its own CRC-32).
CREATE TABLE revision_body (
  revision_id    INTEGER PRIMARY KEY REFERENCES revision (id),
  document       TEXT NOT NULL CHECK (json_valid(document)),
  document_crc32 INTEGER NOT NULL,
  result         BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
  scenario_id    TEXT PRIMARY KEY REFERENCES scenario (id),
  document       TEXT NOT NULL CHECK (json_valid(document)),
  document_crc32 INTEGER NOT NULL,
  world          TEXT NOT NULL,
  changed_levers INTEGER NOT NULL,
  saved_at       INTEGER NOT NULL
) STRICT;

CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision
  BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision
  BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_body_no_update BEFORE UPDATE ON revision_body
  BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revision_body_no_delete BEFORE DELETE ON revision_body
  BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER dataset_vintage_no_update BEFORE UPDATE ON dataset_vintage
  BEGIN SELECT RAISE(ABORT, 'a data vintage is kept as it was'); END;
CREATE TRIGGER dataset_vintage_no_delete BEFORE DELETE ON dataset_vintage
  BEGIN SELECT RAISE(ABORT, 'a data vintage is kept as it was'); END;
`,
} as const;
