/** The headline of several documents, computed while nobody waits: one run at a time, and only for documents that stay as they are for a moment. */
import { useEffect, useState } from "react";
import type { ScenarioDocument } from "../../../shared/scenario/scenario.ts";
import type { HeadlineQuestion } from "../../../shared/view/data/data-effect.ts";
import type { HeadlineValues } from "../../../shared/view/data/data-range.ts";
import { useHeadlineOf } from "./use-headline-of.ts";

/** Milliseconds of rest before the first run. */
const REST_MS = 80;

/** One for each document; null: still to come. Both arguments must stay the same objects while they say the same; until new answers come the old ones stand. */
export function useIdleRuns(documents: readonly ScenarioDocument[], questions: readonly HeadlineQuestion[]): readonly HeadlineValues[] | null {
  const { values } = useHeadlineOf();
  const [answers, setAnswers] = useState<readonly HeadlineValues[] | null>(null);
  useEffect(() => {
    const found: HeadlineValues[] = [];
    const next = (): void => {
      const document = documents[found.length];
      if (document !== undefined) found.push(values(document, questions));
      if (found.length < documents.length) timer = setTimeout(next, 0);
      else setAnswers(found);
    };
    let timer = setTimeout(next, REST_MS);
    return () => clearTimeout(timer);
  }, [documents, questions, values]);
  return answers;
}
