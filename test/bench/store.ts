/**
 * How fast the store is with many scenarios: `npm run -s bench:store -- [--json] [--scenarios N] [--full]`.
 * --full gives every revision a result of full size (about 100 kB each); without it all but the measured ones are small.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { connectFile } from "../../electron/store/connection.ts";
import { openStore } from "../../electron/store/open-store.ts";
import { toCheckedText, toCompressed } from "../../electron/store/stored-json.ts";
import type { ScenarioQuery } from "../../shared/ipc/channels.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { ScenarioIndex, defaultQuery } from "../../shared/scenario/scenario-index.ts";
import { labels, options, reserve, resultOf, statusQuo, valueOf } from "../unit/store/store-samples.ts";

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, scenarios: { type: "string", default: "10000" }, full: { type: "boolean", default: false } },
});
const SCENARIOS = Number(values.scenarios);
const WORDS = ["reserve", "tariff", "Kobalt", "magnets", "recycling", "permits", "embargo", "partners", "Ångström", "briefing"];

/** As many numbers as a real run has: 9 minerals, 4 stages, 24 indicators, 25 years. */
function fullResult(seed: number): RunResult {
  const small = resultOf(statusQuo, seed);
  const series = (k: number): readonly number[] => small.years.map((year) => Math.sin(seed + k * 1.3 + year) * 1e4);
  const indicators = (k: number): Record<string, readonly number[]> => Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`i${i}`, series(k * 24 + i)]));
  const stages = (k: number): Record<string, Record<string, readonly number[]>> =>
    Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`s${i}`, indicators(k * 4 + i)]));
  return { ...small, minerals: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`m${i}`, { stages: stages(i), mineral: indicators(100 + i) }])) };
}

/** Straight into the tables: through the store, ten thousand commits would take minutes. */
function fill(file: string): void {
  const db = connectFile(file);
  const scenario = db.prepare(`
    INSERT INTO scenario (id, title, notes, tags, question, hypothesis, findings, decision, search_text, created_at, labelled_at)
    VALUES (?, ?, ?, '["bench","many"]', '', '', '', '', ?, ?, ?)`);
  const revision = db.prepare(`
    INSERT INTO revision (id, scenario_id, number, saved_at, model_version, data_vintage, world, changed_levers, headline, headline_year, cost_musd_per_yr)
    VALUES (?, ?, ?, ?, '1.0.0', 'Test 1 · 00000001', 'stated', 1, 0.5, 2035, 1234.5)`);
  const body = db.prepare("INSERT INTO revision_body (revision_id, document, document_crc32, result) VALUES (?, ?, ?, ?)");
  const draft = db.prepare("INSERT INTO draft (scenario_id, document, document_crc32, world, changed_levers, saved_at) VALUES (?, ?, ?, 'stated', 1, ?)");
  const { text, crc32 } = toCheckedText(reserve(90));
  const result = toCompressed(values.full ? fullResult(1) : resultOf(reserve(90)));
  db.transaction(() => {
    for (let i = 0; i < SCENARIOS; i++) {
      const id = `bench-${i}`;
      const title = `Scenario ${i} ${WORDS[i % WORDS.length]}`;
      const notes = `${WORDS[(i * 7) % WORDS.length]} `.repeat(40);
      scenario.run(id, title, notes, `${title} ${notes}`.toLowerCase(), i, i);
      for (const number of [1, 2]) {
        revision.run(2 * i + number, id, number, i);
        body.run(2 * i + number, text, crc32, result);
      }
      if (i % 3 === 0) draft.run(id, text, crc32, i);
    }
  }).immediate();
  db.close();
}

interface Timing {
  readonly median_ms: number;
  readonly p95_ms: number;
}

function measure(times: number, act: (i: number) => unknown): Timing {
  return timing(
    Array.from({ length: times }, (_, i) => {
      const start = performance.now();
      act(i);
      return performance.now() - start;
    }),
  );
}

function timing(milliseconds: readonly number[]): Timing {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): number => Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2));
  return { median_ms: at(0.5), p95_ms: at(0.95) };
}

const folder = mkdtempSync(join(tmpdir(), "lodestone-bench-"));
try {
  const file = join(folder, "lodestone.db");
  openStore(options(file)).store.close();
  fill(file);
  const opened = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const { store } = openStore(options(file));
    const between = performance.now();
    valueOf(store.list());
    const listed = performance.now();
    // What the app does by itself after the start, so that nobody waits for it.
    const index = new ScenarioIndex({ worldName: (world) => world, codeOf: () => "", modelVersion: "1.0.0", vintage: "Test 1 · 00000001" });
    for (const scenario of valueOf(store.list())) index.prepare(scenario);
    const prepared = performance.now();
    const page = (query: Partial<ScenarioQuery>): number => {
      const asked = performance.now();
      const words = query.text ?? "";
      const found = words === "" ? null : new Set(valueOf(store.search(words)).map(({ id }) => id));
      index.page(valueOf(store.list()), { query: { ...defaultQuery, ...query }, from: 0, count: 60 }, found);
      return performance.now() - asked;
    };
    const pages = { firstPage: page({}), firstSearch: page({ text: "recycling" }), firstByTitle: page({ sort: "title", descending: false }) };
    store.close();
    return { open: between - start, list: listed - between, prepare: prepared - listed, ...pages };
  });
  const { store, backups } = openStore(options(file));
  const { id } = valueOf(store.create(labels("Measured"), statusQuo));
  const results = Array.from({ length: 20 }, (_, i) => fullResult(i + 1));
  const report = {
    scenarios: SCENARIOS,
    file_mb: Number((statSync(file).size / 1e6).toFixed(1)),
    result_kb: Number((toCompressed(results[0]).length / 1e3).toFixed(1)),
    open_store: timing(opened.map(({ open }) => open)),
    first_list: timing(opened.map(({ list }) => list)),
    prepare_in_portions: timing(opened.map(({ prepare }) => prepare)),
    first_page: timing(opened.map(({ firstPage }) => firstPage)),
    first_search: timing(opened.map(({ firstSearch }) => firstSearch)),
    first_sort_by_title: timing(opened.map(({ firstByTitle }) => firstByTitle)),
    list: measure(40, () => valueOf(store.list())),
    draft_then_list: measure(40, (i) => [valueOf(store.saveDraft(id, reserve(2000 + i))), valueOf(store.list())]),
    search: measure(40, (i) => valueOf(store.search(WORDS[i % WORDS.length] ?? ""))),
    search_two_words: measure(40, (i) => valueOf(store.search(`scenario ${WORDS[i % WORDS.length] ?? ""}`))),
    save_draft: measure(40, (i) => valueOf(store.saveDraft(id, reserve(i + 1)))),
    save: measure(20, (i) => valueOf(store.save(id, reserve(1000 + i), results[i]!))),
    open_scenario: measure(20, () => valueOf(store.open(id))),
    backup: measure(1, () => valueOf(backups.make())),
  };
  store.close();
  if (values.json) console.log(JSON.stringify(report));
  else console.table(Object.fromEntries(Object.entries(report).map(([name, value]) => [name, typeof value === "number" ? { value } : value])));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
