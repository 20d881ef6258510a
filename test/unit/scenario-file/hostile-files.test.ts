/** Hostile text: never a crash, never a hang, never half a file. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BYTES_PER_MEGABYTE } from "../../../shared/format/megabyte.ts";
import { MAX_FILE_MEGABYTES } from "../../../shared/scenario/scenario-file.ts";
import { canonicalJson, readableJson, refusalOf } from "../../../shared/scenario/scenario-file-text.ts";
import { edited, file, read, write } from "./sample-files.ts";

const reason = (text: string): string => {
  const back = read(text);
  return back.ok ? "ok" : back.error.code === "file-not-json" ? back.error.reason : back.error.code;
};

describe("hostile text", () => {
  it("F9: fields that could reach a prototype are refused, however they are spelt", () => {
    expect(reason('{"format":"lodestone",\n"__proto__":{}}')).toBe('line 2: the field "__proto__" is not allowed');
    expect(reason('{"a":{"\\u005f_proto__":1}}')).toMatch(/"__proto__" is not allowed/);
    expect(reason('{"a":[{"constructor":{"prototype":{}}}]}')).toMatch(/"constructor" is not allowed/);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("F9: a field that stands twice is refused, also when one spelling is escaped", () => {
    expect(reason('{"a":1,\n\n"a":2}')).toBe('line 3: the field "a" stands twice');
    expect(reason('{"a":1,"\\u0061":2}')).toMatch(/stands twice/);
    expect(refusalOf('{"a":{"a":1},"b":[{"a":1},{"a":1}]}')).toBeNull();
    expect(refusalOf('{"a":"\\"a\\":","b":"{\\"a\\":1,\\"a\\":2}"}')).toBeNull();
  });

  it("F9: deep nesting is refused before anything recurses", () => {
    for (const unit of ["[", '{"a":']) expect(reason(unit.repeat(500_000))).toMatch(/nested more than 32 levels/);
    expect(refusalOf("[".repeat(32) + "]".repeat(32))).toBeNull();
  });

  it("F9: numbers that no double holds are refused", () => {
    const withChecksum = write(file);
    expect(reason(withChecksum.replace('"ramp": 0', '"ramp": 1e999'))).toBe("file-checksum");
    const text = edited(["scenarios", 0, "inputs", "levers", 0, "value"], 12345).replace("12345", "1e999");
    expect(read(text)).toMatchObject({
      error: { code: "file-invalid", problems: [{ column: "scenarios[0].inputs.levers[0].value", wrong: "a number too large to hold stands here" }] },
    });
    for (const word of ["NaN", "Infinity", "-Infinity", "0x10"]) expect(reason(text.replace("1e999", word))).not.toBe("ok");
  });

  it("F9: text beyond the size limit is refused unread", () => {
    expect(reason(" ".repeat((MAX_FILE_MEGABYTES + 1) * BYTES_PER_MEGABYTE))).toBe("file-too-large");
  });

  it("F9: a file full of brackets, quotes or fields up to the limit is answered", () => {
    const size = MAX_FILE_MEGABYTES * BYTES_PER_MEGABYTE - 1_000;
    const scenarios = (list: string): string => `{"format":"lodestone","version":1,"scenarios":[${list}]}`;
    const fill = (unit: string): string => unit.repeat(Math.floor(size / unit.length));
    expect(reason(fill('"'))).not.toBe("ok");
    expect(reason(fill("\\"))).not.toBe("ok");
    expect(reason(`[${fill("{},")}`)).toMatch(/more than 500000 lists and objects/);
    expect(reason(`{${Array.from({ length: 2_000 }, (_, i) => `"k${i}":0`).join(",")}}`)).toMatch(/more than 1000 fields/);
    expect(reason(scenarios(`${fill("0,")}0`))).toBe("file-invalid");
    expect(reason(scenarios(`{"title":"x","inputs":{"levers":[${"{},".repeat(190_000)}{}],"world":"low","events":[]}}`))).toBe("file-invalid");
    expect(reason(scenarios(`{"title":"x","inputs":{"levers":[],"world":"low","events":[]},"tags":[${fill('"x",')}"x"]}`))).toBe("file-invalid");
  });

  it("F9: a file of more lever settings than can be looked at in time is refused where it goes too far", () => {
    const levers = Array.from({ length: 5_000 }, (_, i) => ({ lever: "tariff", value: i % 50, start: "2027-01", ramp: 1, minerals: "all" }));
    const many = { title: "x", inputs: { levers, world: "stated", events: [] } };
    expect(read(JSON.stringify({ format: "lodestone", version: 1, scenarios: Array.from({ length: 12 }, () => many) }))).toMatchObject({
      error: { code: "file-invalid", problems: [{ column: "scenarios[10].inputs" }] },
    });
  });

  it("F9: any text and any JSON value is answered by a result", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom("{", "}", "[", "]", '"', ",", ":", "\\", "u", "1", "e", "-", ".", " ", "\n") })),
        (text) => {
          expect(read(text).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("F9: one damaged character never gives another scenario", () => {
    const text = write(file);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 0, maxLength: 2 }), (at, insert) => {
        const damaged = text.slice(0, at) + insert + text.slice(at + 1);
        const back = read(damaged);
        expect(canonicalJson(back.ok ? back.value : file)).toBe(canonicalJson(file));
      }),
      { numRuns: 300 },
    );
  });

  it("F9: any JSON value in any field is read whole or refused whole", () => {
    const paths = [
      ["scenarios"],
      ["scenarios", 0],
      ["scenarios", 0, "inputs"],
      ["scenarios", 0, "inputs", "levers"],
      ["scenarios", 0, "inputs", "levers", 0],
      ["scenarios", 0, "inputs", "levers", 0, "value"],
      ["scenarios", 0, "inputs", "levers", 0, "minerals"],
      ["scenarios", 0, "inputs", "levers", 0, "stages"],
      ["scenarios", 0, "inputs", "events"],
      ["scenarios", 0, "inputs", "events", 1],
      ["scenarios", 0, "inputs", "events", 1, "suppliers"],
      ["scenarios", 0, "assumptions"],
      ["scenarios", 0, "target"],
      ["scenarios", 0, "result"],
      ["scenarios", 0, "result", "minerals"],
      ["scenarios", 0, "result", "totals"],
      ["scenarios", 0, "tags"],
      ["decks"],
      ["dataset"],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const back = read(edited(path, value));
        const scenarios = back.ok ? back.value.scenarios.length : file.scenarios.length;
        expect(scenarios).toBe(file.scenarios.length);
      }),
      { numRuns: 400 },
    );
  });
});

describe("JSON text", () => {
  it("F1: the readable and the canonical form of any value read back as that value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(JSON.parse(readableJson(value))).toEqual(value);
        // JSON.stringify drops the sign of −0, and so does the canonical form.
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { examples: [[JSON.parse('[{ "__proto__": 0 }]')]] },
    );
  });

  it("F7: the canonical form does not depend on the order of fields", () => {
    expect(canonicalJson({ b: 1, a: { d: 2, c: [3, -0] } })).toBe('{"a":{"c":[3,0],"d":2},"b":1}');
    expect(canonicalJson({ a: { c: [3, -0], d: 2 }, b: 1, e: undefined })).toBe('{"a":{"c":[3,0],"d":2},"b":1}');
  });

  it("F1: a number that JSON cannot hold is a bug of the writer", () => {
    expect(() => readableJson([Number.NaN])).toThrow(RangeError);
  });
});
