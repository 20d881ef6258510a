/** How many runs, and from which seed the draws come. */
import { useState } from "react";
import { RUN_LIMITS } from "../../../shared/analysis/ensemble/ensemble.ts";
import { numberText } from "../../../shared/format/number.ts";
import { parseBounded } from "../../../shared/format/parse-number.ts";
import { err } from "../../../shared/result.ts";
import { BoundedField } from "../explore/levers/bounded-field.tsx";

export interface StudySettingsProps {
  readonly runs: number;
  readonly seed: number;
  readonly onRuns: (runs: number) => void;
  readonly onSeed: (seed: number) => void;
}

const SEEDS = { min: 0, max: Number.MAX_SAFE_INTEGER, prefix: "", suffix: "" } as const;

/** A whole number inside the bounds, or the sentence to show. */
export function readWhole(typed: string, bounds: Parameters<typeof parseBounded>[1], still: string): ReturnType<typeof parseBounded> {
  const read = parseBounded(typed, bounds, still);
  return read.ok && !Number.isInteger(read.value) ? err(`Enter a whole number. Still ${still}.`) : read;
}

export function StudySettings({ runs, seed, onRuns, onSeed }: StudySettingsProps) {
  const [runsError, setRunsError] = useState<string | null>(null);
  const [seedError, setSeedError] = useState<string | null>(null);
  const error = runsError ?? seedError;
  const runsText = numberText(runs, 0);
  return (
    <span className="study-settings">
      <BoundedField
        label="Runs"
        text={runsText}
        suffix=" runs"
        errorId="study-settings-error"
        hasError={runsError !== null}
        parse={(typed) => readWhole(typed, { ...RUN_LIMITS, prefix: "", suffix: " runs" }, `${runsText} runs`)}
        onCommit={onRuns}
        onError={setRunsError}
      />
      <BoundedField
        label="Seed"
        text={String(seed)}
        prefix="seed"
        errorId="study-settings-error"
        hasError={seedError !== null}
        parse={(typed) => readWhole(typed, SEEDS, String(seed))}
        onCommit={onSeed}
        onError={setSeedError}
      />
      {error !== null && (
        <span className="study-settings-error" id="study-settings-error" role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
