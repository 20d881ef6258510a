import { describe, expect, it } from "vitest";
import { errorText } from "../../../shared/errors/error-text.ts";

describe("the sentences of an error", () => {
  it("W83: every problem of a file is a sentence, and those beyond five are counted", () => {
    const problem = (column: string) => ({ file: "a.lodestone", row: null, column, wrong: "5 is too large", right: "write 0 to 4" });
    const told = (count: number): string =>
      errorText({ code: "file-invalid", file: "a.lodestone", problems: Array.from({ length: count }, (_, i) => problem(`field${i}`)) }).what;
    expect(told(1)).toBe("a.lodestone was not read. a.lodestone, field field0: 5 is too large; write 0 to 4.");
    expect(told(2)).toContain("write 0 to 4. a.lodestone, field field1: ");
    expect(told(8)).toMatch(/field4: 5 is too large; write 0 to 4\. 3 more are not listed\.$/);
  });
});
