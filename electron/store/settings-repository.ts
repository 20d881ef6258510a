/** Typed settings, one row each. A row that cannot be read counts as not set and is left as it is until the setting is changed. */
import { z } from "zod";
import type { Settings } from "../../shared/ipc/boot-info.ts";
import { keptPinsSchema } from "../../shared/ipc/kept-pin.schema.ts";
import { keptDisruptionsSchema } from "../../shared/scenario/scenario.schema.ts";
import type { Connection, Statement } from "./connection.ts";

const defaultSettings: Settings = {
  theme: "system",
  contrast: "system",
  singleKeys: true,
  lastScenario: null,
  outcomeYear: 2035,
  hints: true,
  pins: [],
  disruptions: [],
};

const shapes: { readonly [Name in keyof Settings]: z.ZodType<Settings[Name]> } = {
  theme: z.enum(["system", "light", "dark"]),
  contrast: z.enum(["system", "more"]),
  singleKeys: z.boolean(),
  lastScenario: z.string().nullable(),
  outcomeYear: z.int(),
  hints: z.boolean(),
  pins: keptPinsSchema,
  disruptions: keptDisruptionsSchema,
};

const names = Object.keys(shapes) as readonly (keyof Settings)[];

export class SettingsRepository {
  readonly #all: Statement<{ readonly name: string; readonly value: string }>;
  readonly #put: Statement;

  constructor(db: Connection) {
    this.#all = db.prepare("SELECT name, value FROM setting");
    this.#put = db.prepare("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
  }

  read(): Settings {
    const stored = new Map(this.#all.all().map(({ name, value }) => [name, value]));
    const readable = names.flatMap((name) => {
      const text = stored.get(name);
      const parsed = text === undefined ? null : shapes[name].safeParse(JSON.parse(text));
      return parsed?.success === true ? [[name, parsed.data] as const] : [];
    });
    return { ...defaultSettings, ...Object.fromEntries(readable) };
  }

  write(changes: Partial<Settings>): void {
    for (const name of names) if (changes[name] !== undefined) this.#put.run(name, JSON.stringify(changes[name]));
  }
}
