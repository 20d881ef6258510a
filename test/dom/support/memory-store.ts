/** The main process as the window sees it, in memory: the same answers as the scenario store gives, and failures on request. */
import { datasetText } from "../../../shared/ipc/dataset-text.ts";
import type { Dataset } from "../../../shared/dataset/dataset.ts";
import type { AppError } from "../../../shared/errors/app-error.ts";
import type { BootInfo } from "../../../shared/ipc/boot-info.ts";
import type { Channel, Input, PlannerApi, Reply, Unwritten } from "../../../shared/ipc/channels.ts";
import type { DatasetEntry } from "../../../shared/ipc/dataset-library.ts";
import type { ImportPreview } from "../../../shared/ipc/file-exchange.ts";
import type { BackupInfo } from "../../../shared/ipc/store-opening.ts";
import { err, ok } from "../../../shared/result.ts";
import { ScenarioIndex, defaultQuery } from "../../../shared/scenario/scenario-index.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { emptyLabels, statusQuoDocument, type ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import { createRows, emptyResult, missing, MODEL, type Row, type Seed } from "./memory-rows.ts";

export interface MemoryStore {
  readonly api: PlannerApi;
  /** Every request so far, in order. */
  readonly calls: readonly { readonly channel: Channel; readonly input: unknown }[];
  readonly channels: () => readonly Channel[];
  /** Requests on this channel fail with the error until told otherwise (null). */
  readonly fail: (channel: Channel, error: AppError | null) => void;
  /** Answers on this channel wait until the returned function is called. */
  readonly hold: (channel: Channel) => () => void;
  readonly row: (id: string) => Readonly<Row>;
  readonly rows: () => readonly Readonly<Row>[];
  readonly command: (id: string) => void;
  readonly flush: () => Promise<Unwritten | null>;
  /** From now on files hold what the preview says; the system hands them to the app. */
  readonly offer: (preview: ImportPreview | null) => void;
}

export const bootInfo = (over: Partial<BootInfo> = {}): BootInfo => ({
  versions: { app: "0.1.0", runtime: "a test", chromium: "1", sqlite: "3", dataFolder: "/data" },
  settings: { theme: "light", contrast: "system", singleKeys: true, lastScenario: null, outcomeYear: 2035, hints: false, pins: [], disruptions: [] },
  store: { mode: "ready", file: "planner.sqlite", notice: null },
  found: { kind: "opened" },
  refusedDataset: null,
  ...over,
});

const sampleDocument: ScenarioDocument = {
  ...statusQuoDocument("stated"),
  inputs: { ...statusQuoDocument("stated").inputs, levers: [{ lever: "tariff", value: 20, start: "2027-01", ramp: 1, minerals: "all" }] },
};

export function createMemoryStore(dataset: Dataset, now: () => number, seeds: readonly Seed[] = [], boot: BootInfo = bootInfo()): MemoryStore {
  const { rows, add, list, opened, summary, found, withRow, append, contentsOf } = createRows(dataset, now, seeds);
  const calls: { channel: Channel; input: unknown }[] = [];
  const failures = new Map<Channel, AppError>();
  const { label, home, minerals, vintage } = dataset;
  const here = { label, country: home.name, minerals: minerals.length, vintage, importedAt: null, scenarios: null, error: null };
  const datasets: readonly DatasetEntry[] = [
    { ...here, key: "shipped:here", kind: "shipped", isInUse: true },
    { ...here, key: "shipped:other", kind: "example", label: "Elsewhere", country: "Elsewhere", isInUse: false },
    {
      ...here,
      key: "imported:own-01234567",
      kind: "imported",
      label: "Own 1",
      importedAt: 0,
      isInUse: false,
      scenarios: { file: "scenarios-own.sqlite", sharedWith: [] },
    },
  ];
  const held = new Map<Channel, Promise<void>>();
  let settings = boot.settings;
  let onCommand = (_id: string): void => undefined;
  let onFlush = (): Promise<Unwritten | null> => Promise.resolve(null);

  const index = new ScenarioIndex({
    worldName: (id) => dataset.worlds.find((world) => world.id === id)?.label ?? id,
    codeOf: ({ id }) => id,
    modelVersion: MODEL,
    vintage: dataset.vintage,
  });
  let preview: ImportPreview | null = null;
  const importedDocument = statusQuoDocument(dataset.worlds.at(-1)!.id);
  let onFiles = (): void => undefined;

  const backups: { readonly info: BackupInfo; readonly rows: readonly Row[] }[] = [];
  const backUp = (kind: BackupInfo["kind"]): BackupInfo => {
    const info = { name: `backup-${String(backups.length + 1)}`, madeAt: now(), kind, bytes: 61_440 };
    backups.push({ info, rows: structuredClone([...rows.values()]) });
    return info;
  };

  type Handlers = { readonly [C in Channel]?: (input: Input<C>) => Reply<C> };
  const handlers: Handlers = {
    "app:boot": () => ok({ ...boot, settings }),
    "dataset:load": () => ok(datasetText(dataset)),
    "dataset:history": () => ok(null),
    "settings:set": (part) => ok((settings = { ...settings, ...part })),
    "scenario:list": (asked) => ok(index.page(list(), asked, found(asked.query.text))),
    "scenario:ids": ({ query }) => ok(index.matching(list(), query, found(query.text)).map(({ id }) => id)),
    "scenario:create": ({ labels, document }) => ok(opened(add("made", labels, { draft: { document, savedAt: now() } }))),
    "scenario:open": ({ id }) => withRow(id, opened),
    "scenario:open-last": (preferred) => {
      const there = index.matching(list(), defaultQuery, null).map(({ id }) => id);
      const wanted = preferred?.id ?? settings.lastScenario;
      const id = wanted !== null && there.includes(wanted) ? wanted : there[0];
      return id === undefined ? ok(null) : withRow(id, opened);
    },
    "scenario:save-draft": ({ id, document }) =>
      withRow(id, (row) => {
        row.draft = row.saved !== null && sameValue(document, row.saved) ? null : { document, savedAt: now() };
        row.changedAt = now();
        return { savedAt: now() };
      }),
    "scenario:save": ({ id, document }) =>
      withRow(id, (row) => {
        if (row.saved === null || !sameValue(document, row.saved)) append(row, document, null);
        row.draft = null;
        return opened(row);
      }),
    "scenario:save-as": ({ from, title, document }) =>
      withRow(from, (row) => {
        const made = add("made", { ...row.labels, title }, {});
        append(made, document, null);
        return opened(made);
      }),
    "scenario:duplicate": ({ ids: originals }) =>
      ok(
        originals.map((id) => {
          const { labels, saved, result, draft } = rows.get(id)!;
          const made = add("made", { ...labels, title: `${labels.title} (copy)` }, {});
          if (saved) append(made, saved, result);
          made.draft = draft;
          return made.id;
        }),
      ),
    "scenario:revision": ({ id, number }) =>
      withRow(id, (row) => {
        const { document, result } = contentsOf(row, number);
        return { number, savedAt: row.revisions.find((one) => one.number === number)!.savedAt, document, result: result ?? emptyResult(dataset.vintage) };
      }),
    "scenario:revisions": ({ id }) => withRow(id, ({ revisions }) => revisions),
    "scenario:ledger": ({ id }) => withRow(id, (row) => row.ledger && { revision: row.revisions.length, ...row.ledger }),
    "scenario:restore-revision": ({ id, number }) =>
      withRow(id, (row) => {
        if (row.draft) append(row, row.draft.document, null);
        const { document, result } = contentsOf(row, number);
        append(row, document, result);
        return opened(row);
      }),
    "scenario:set-labels": ({ id, labels }) =>
      withRow(id, (row) => {
        row.labels = { ...row.labels, ...labels };
        return summary(row);
      }),
    "scenario:trash": ({ ids: gone }) => {
      for (const id of gone) rows.get(id)!.trashedAt = now();
      return ok(null);
    },
    "scenario:restore": ({ ids: back }) => {
      for (const id of back) rows.get(id)!.trashedAt = null;
      return ok(null);
    },
    "sample:list": () => ok([{ labels: { ...emptyLabels("Tariff first"), notes: "A tariff of 20%." }, document: sampleDocument }]),
    "file:export": ({ ids: asked, edited }) =>
      ok({ files: ["plan.lodestone"], scenarios: asked.length + edited.filter(({ id }) => id === null).length, withoutResult: edited.length, decks: 0 }),
    "backup:list": () => ok({ folder: "/data/backups", backups: backups.map(({ info }) => info).toReversed() }),
    "backup:make": () => ok(backUp("manual")),
    "app:reopen-store": () => ok(null),
    "dataset:list": () => ok(datasets),
    "dataset:import": () => ok(null),
    "dataset:remove": ({ key }) => ok({ name: key.replace("imported:", ""), folder: "/data/removed-datasets/own-01234567" }),
    "dataset:put-back": () => ok(null),
    "dataset:use": () => ok(null),
    "backup:start-empty": () => {
      const before = backUp("before-restore");
      rows.clear();
      return ok(before);
    },
    "backup:restore": ({ name }) => {
      const chosen = backups.find(({ info }) => info.name === name);
      if (!chosen) return err({ code: "backup-unusable", reason: "there is no such backup" });
      const before = backUp("before-restore");
      rows.clear();
      for (const row of structuredClone(chosen.rows)) rows.set(row.id, row);
      return ok(before);
    },
    "app:open-folder": () => ok(null),
    "file:open": () => ok(preview),
    "file:import": ({ choices }) => {
      const lines = preview?.files.flatMap((file) => file.lines) ?? [];
      const imported = lines.flatMap((line, i) => {
        if (choices[i] === "skip") return [];
        const here = choices[i] === "revision" && line.existing ? rows.get(line.existing.id) : undefined;
        const row = here ?? add("imported", emptyLabels(line.title));
        append(row, importedDocument, null);
        return [{ id: row.id, isNew: here === undefined }];
      });
      return ok({ scenarios: imported, decks: 0, step: imported.map(({ id }) => id).join(",") });
    },
    "file:turn-import": ({ step, way }) => {
      for (const id of step.split(",")) {
        const row = rows.get(id) ?? missing(id);
        if (id.startsWith("imported")) row.trashedAt = way === "undo" ? now() : null;
        else append(row, way === "undo" ? contentsOf(row, row.contents.length - 1).document : importedDocument, null);
      }
      return ok(null);
    },
  };

  async function invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> {
    calls.push({ channel, input: structuredClone(input) });
    await held.get(channel);
    const failure = failures.get(channel);
    if (failure) return err(failure);
    const handle = handlers[channel];
    if (!handle) throw new Error(`the memory store has no ${channel}`);
    return structuredClone(handle(structuredClone(input)));
  }

  return {
    api: {
      invoke,
      onCommand: (run) => {
        onCommand = run;
        return () => undefined;
      },
      onFiles: (run) => {
        onFiles = run;
        return () => undefined;
      },
      pathOfFile: (file) => `/dropped/${file.name}`,
      onFlush: (flush) => {
        onFlush = flush;
        return () => undefined;
      },
    },
    calls,
    channels: () => calls.map(({ channel }) => channel),
    fail: (channel, error) => void (error === null ? failures.delete(channel) : failures.set(channel, error)),
    hold: (channel) => {
      let release = (): void => undefined;
      held.set(channel, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(channel);
        release();
      };
    },
    row: (id) => rows.get(id) ?? missing(id),
    rows: () => [...rows.values()],
    command: (id) => onCommand(id),
    flush: () => onFlush(),
    offer: (next) => {
      preview = next;
      onFiles();
    },
  };
}
