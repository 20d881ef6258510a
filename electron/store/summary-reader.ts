/** The lines of the library as SQL gives them. Throws SqliteError; the facade turns that into a value. */
import type { ScenarioSummary } from "../../shared/ipc/channels.ts";
import type { Connection, Statement } from "./connection.ts";

/** The columns of SUMMARY, by place: as objects with names, ten thousand rows take half as long again. */
type SummaryRow = readonly [
  id: string,
  title: string,
  /** null = none. */
  tags: string | null,
  trashedAt: number | null,
  changedAt: number,
  /** null = that of COMMON. */
  world: string | null,
  changedLevers: number,
  revision: number,
  hasDraft: number,
  headline: number | null,
  headlineYear: number | null,
  costMusdPerYr: number | null,
  /** null = that of COMMON, or no revision. */
  modelVersion: string | null,
  dataVintage: string | null,
];

/** What most rows share. */
interface Common {
  readonly world: string;
  readonly modelVersion: string;
  readonly dataVintage: string;
}

const NOTHING_IN_COMMON: Common = { world: "", modelVersion: "", dataVintage: "" };

/** What most rows are likely to share, from the newest revision. */
const COMMON = "SELECT world, model_version AS modelVersion, data_vintage AS dataVintage FROM revision ORDER BY id DESC LIMIT 1";

/** Each scenario with its draft and its last revision. */
const LAST_OF_EACH = `
FROM scenario s
LEFT JOIN draft d ON d.scenario_id = s.id
LEFT JOIN revision r ON r.id = (SELECT id FROM revision WHERE scenario_id = s.id ORDER BY number DESC LIMIT 1)`;
const CHANGED_AT = "max(s.labelled_at, coalesce(d.saved_at, 0), coalesce(r.saved_at, 0))";

/**
 * What can be put together in SQL is: ten thousand rows cost by the values that cross into JavaScript, texts most of all.
 * Those that equal the parameters (world, model version, data vintage) come as null.
 */
const SUMMARY = `
SELECT s.id, s.title, nullif(s.tags, '[]'), s.trashed_at,
       ${CHANGED_AT} AS changed_at,
       nullif(coalesce(d.world, r.world, ''), @world) AS world, coalesce(d.changed_levers, r.changed_levers, 0) AS changed_levers,
       coalesce(r.number, 0) AS revision, d.scenario_id IS NOT NULL AS has_draft,
       r.headline, r.headline_year, r.cost_musd_per_yr, nullif(r.model_version, @modelVersion), nullif(r.data_vintage, @dataVintage)
${LAST_OF_EACH}`;

const NEWEST = `SELECT s.id ${LAST_OF_EACH} WHERE s.trashed_at IS NULL ORDER BY ${CHANGED_AT} DESC, s.id LIMIT 1`;

export class SummaryReader {
  readonly #all: Statement<SummaryRow>;
  readonly #one: Statement<SummaryRow>;
  readonly #common: Statement<Common>;
  readonly #newest: Statement<string>;

  constructor(db: Connection) {
    this.#all = db.prepare<unknown[], SummaryRow>(SUMMARY).raw();
    this.#one = db.prepare<unknown[], SummaryRow>(`${SUMMARY} WHERE s.id = @id`).raw();
    this.#common = db.prepare(COMMON);
    this.#newest = db.prepare<unknown[], string>(NEWEST).pluck();
  }

  /** Every scenario, in no order. */
  all(): readonly ScenarioSummary[] {
    const common = this.#common.get() ?? NOTHING_IN_COMMON;
    const tagsOf = tagReader();
    return this.#all.all(common).map((row) => toSummary(row, common, tagsOf));
  }

  /** The scenario outside the trash that was changed last; null = there is none. */
  newest(): string | null {
    return this.#newest.get() ?? null;
  }

  one(id: string): ScenarioSummary | null {
    const row = this.#one.get({ ...NOTHING_IN_COMMON, id });
    return row === undefined ? null : toSummary(row, NOTHING_IN_COMMON, toTags);
  }
}

/** Checked by hand: a schema's parse, ten thousand times, is felt. */
export function toTags(text: string): readonly string[] {
  const tags: unknown = JSON.parse(text);
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

/** Many scenarios have the same tags; those are read once. */
function tagReader(): typeof toTags {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const tags = known.get(text) ?? toTags(text);
    known.set(text, tags);
    return tags;
  };
}

function toSummary(row: SummaryRow, common: Common, tagsOf: typeof toTags): ScenarioSummary {
  const [id, title, tags, trashedAt, changedAt, world, changedLevers, revision, hasDraft, headline, headlineYear, costMusdPerYr, modelVersion, dataVintage] =
    row;
  const isSaved = revision > 0;
  return {
    id,
    title,
    tags: tags === null ? [] : tagsOf(tags),
    world: world ?? common.world,
    changedLevers,
    revision,
    hasUnsavedDraft: hasDraft === 1,
    changedAt,
    trashedAt,
    headline,
    headlineYear,
    costMusdPerYr,
    modelVersion: isSaved ? (modelVersion ?? common.modelVersion) : null,
    dataVintage: isSaved ? (dataVintage ?? common.dataVintage) : null,
  };
}
