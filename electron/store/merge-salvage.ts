/** Adds salvaged rows to a sound database that lacks them. Both are of the newest schema; what was salvaged is the later state. */
import type { StoreCounts } from "../../shared/ipc/store-opening.ts";
import type { Connection } from "./connection.ts";

const LABELS = "title, notes, tags, question, hypothesis, findings, decision, search_text, labelled_at, trashed_at";

/** Answers how many rows were added. All of it in one transaction. */
export function mergeSalvage(db: Connection, salvagedFile: string): StoreCounts {
  db.prepare("ATTACH ? AS salvaged").run(salvagedFile);
  try {
    return db.transaction(() => merge(db)).immediate();
  } finally {
    db.exec("DETACH salvaged");
  }
}

function merge(db: Connection): StoreCounts {
  const added = (sql: string): number => db.prepare(sql).run().changes;
  added("INSERT OR REPLACE INTO main.setting SELECT * FROM salvaged.setting");
  added("INSERT OR IGNORE INTO main.dataset_vintage SELECT * FROM salvaged.dataset_vintage");
  added(`
    UPDATE main.scenario AS s SET (${LABELS}) = (SELECT ${LABELS} FROM salvaged.scenario WHERE id = s.id)
    WHERE EXISTS (SELECT 1 FROM salvaged.scenario later WHERE later.id = s.id AND later.labelled_at >= s.labelled_at)`);
  const scenarios = added("INSERT OR IGNORE INTO main.scenario SELECT * FROM salvaged.scenario");
  const revisions = added(`
    INSERT INTO main.revision (scenario_id, number, saved_at, model_version, data_vintage, world, changed_levers, headline, headline_year, cost_musd_per_yr)
    SELECT scenario_id, number, saved_at, model_version, data_vintage, world, changed_levers, headline, headline_year, cost_musd_per_yr
    FROM salvaged.revision later
    WHERE NOT EXISTS (SELECT 1 FROM main.revision r WHERE r.scenario_id = later.scenario_id AND r.number = later.number)
    ORDER BY id`);
  added(`
    INSERT INTO main.revision_body (revision_id, document, document_crc32, result)
    SELECT r.id, b.document, b.document_crc32, b.result
    FROM main.revision r
    JOIN salvaged.revision later ON later.scenario_id = r.scenario_id AND later.number = r.number
    JOIN salvaged.revision_body b ON b.revision_id = later.id
    WHERE r.id NOT IN (SELECT revision_id FROM main.revision_body)`);
  // A draft of the base that was saved as a revision since then is no draft any more.
  added(`
    DELETE FROM main.draft AS d
    WHERE d.saved_at <= (SELECT max(saved_at) FROM salvaged.revision later WHERE later.scenario_id = d.scenario_id)`);
  const drafts = added(`
    INSERT INTO main.draft SELECT * FROM salvaged.draft WHERE true
    ON CONFLICT (scenario_id) DO UPDATE SET document = excluded.document, document_crc32 = excluded.document_crc32,
      world = excluded.world, changed_levers = excluded.changed_levers, saved_at = excluded.saved_at
    WHERE excluded.saved_at > draft.saved_at`);
  mergeDecks(added);
  return { scenarios, revisions, drafts };
}

/** A deck is taken as a whole: one the base lacks, or a later state of which items could be read. */
function mergeDecks(added: (sql: string) => number): void {
  added(`
    CREATE TEMP TABLE taken AS SELECT id FROM salvaged.deck later
    WHERE NOT EXISTS (SELECT 1 FROM main.deck d WHERE d.id = later.id)
       OR (later.changed_at > (SELECT changed_at FROM main.deck d WHERE d.id = later.id)
           AND EXISTS (SELECT 1 FROM salvaged.deck_item i WHERE i.deck_id = later.id))`);
  added("DELETE FROM main.deck_item WHERE deck_id IN (SELECT id FROM taken)");
  added(`
    INSERT INTO main.deck SELECT * FROM salvaged.deck WHERE id IN (SELECT id FROM taken)
    ON CONFLICT (id) DO UPDATE SET title = excluded.title, changed_at = excluded.changed_at, trashed_at = excluded.trashed_at`);
  added(`
    INSERT INTO main.deck_item (deck_id, position, scenario_id, revision, view, notes)
    SELECT deck_id, position, scenario_id, revision, view, notes FROM salvaged.deck_item WHERE deck_id IN (SELECT id FROM taken)`);
  added("DROP TABLE taken");
}
