/** Beside the fan: which parameters move the outcome, one by one or by rank, or how far the figures have settled. */
import { useEffect, useMemo } from "react";
import { useStore } from "zustand/react";
import type { UncertaintyFindings, UncertaintyQuestion } from "../../../shared/analysis/ensemble/growing-ensemble.ts";
import { buildSettlingView, buildTornadoView } from "../../../shared/view/uncertainty/tornado-view.ts";
import { usePlanner } from "../../state/planner.ts";
import { Segmented } from "../../ui/segmented.tsx";
import type { StudyState } from "../analysis/study.ts";
import { StudyProgress } from "../analysis/study-progress.tsx";
import { SettlingChart } from "./settling-chart.tsx";
import { TornadoChart } from "./tornado-chart.tsx";
import { uncertaintyOf, type UncertaintyState } from "./uncertainty-store.ts";

const RIGHT = [
  { id: "swings", label: "Swings" },
  { id: "ranks", label: "Ranks" },
  { id: "settling", label: "Settling" },
] as const;

export interface ReasonsProps {
  readonly question: UncertaintyQuestion;
  readonly value: UncertaintyFindings;
  readonly right: UncertaintyState["right"];
  /** Of the study that the value comes from. */
  readonly status: StudyState<unknown, unknown>["status"];
}

export function Reasons({ question, value, right, status }: ReasonsProps) {
  const planner = usePlanner();
  const { dataset } = planner;
  const { choices, stopped } = uncertaintyOf(planner);
  const ofStopped = useStore(stopped.store, (state) => state);
  const { report, values } = value;
  const wasStopped = value.tornado === null && status === "stopped";
  useEffect(() => {
    if (wasStopped) stopped.ask({ question, values });
    return stopped.cancel;
  }, [stopped, wasStopped, question, values]);
  const late = wasStopped && ofStopped.result?.question.values === values ? ofStopped.result.value : null;
  const tornado = value.tornado ?? late;
  const { year, ranked, runs } = question;
  const outcome = question.plan.outcomes[0]!;
  const made = report.runs;
  const choose = <Segmented label="Right chart" value={right} onChange={(next) => choices.setState({ right: next })} options={RIGHT} />;
  const bars = useMemo(
    () =>
      tornado === null || right === "settling" ? null : buildTornadoView({ dataset, outcome, year, tornado, reading: right, runs: { made, asked: runs } }),
    [dataset, outcome, year, tornado, right, made, runs],
  );
  const settling = useMemo(() => buildSettlingView(dataset, outcome, year, report.convergence[ranked]!), [dataset, outcome, year, report, ranked]);
  if (right === "settling") return <SettlingChart shown={settling} choose={choose} />;
  if (bars) return <TornadoChart shown={bars} choose={choose} />;
  return (
    <section className="card uncertainty-wait" data-region="tornado" aria-label="Tornado">
      {choose}
      {wasStopped ? (
        <StudyProgress state={ofStopped} unit="steps" onCancel={stopped.cancel} onAgain={() => stopped.start({ question, values })} />
      ) : (
        <p className="muted">Which parameters matter most is worked out when all runs are made, or when they are stopped.</p>
      )}
    </section>
  );
}
