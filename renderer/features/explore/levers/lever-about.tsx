/** What a lever is, what it costs and what stands behind it, as far as the dataset records it. */
import type { ReactNode } from "react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import { leverBoundsText, leverUnit, leverUnitText, leverValueText } from "../../../../shared/format/lever-text.ts";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { monthText } from "../../../../shared/format/words.ts";
import { leadTimes } from "../../../../shared/view/explore/lever-lead-time.ts";
import { useDataset } from "../../../state/planner.ts";
import { costRuleText } from "./cost-rule-text.ts";
import { LeverLeadTimes } from "./lever-lead-times.tsx";
import { leverLimits } from "./lever-limits.ts";

const NOT_RECORDED = "not recorded";

export function LeverAbout({ lever }: { readonly lever: Lever }) {
  const dataset = useDataset();
  const { suffix } = leverUnit(lever.unit);
  const times = leadTimes(dataset, lever.id);
  return (
    <>
      <dl className="lever-about">
        <Fact term="Unit">{leverUnitText(lever.unit)}</Fact>
        <Fact term="Bounds">
          {leverBoundsText(lever)}
          {suffix === "" ? "" : `, slider steps of ${exactNumberText(lever.step)}`}
        </Fact>
        <Fact term="Status quo">{leverValueText(lever, lever.default)}</Fact>
        <Fact term="Strength">{lever.bands.map(({ word, upTo }, i) => `${word} ${i === 0 ? "" : "to "}${exactNumberText(upTo)}`).join(" · ")}</Fact>
        <Fact term="Usual dates">
          from {monthText(lever.defaultStart)}, {lever.defaultRampMonths <= 1 ? "at once" : `over ${lever.defaultRampMonths} months`}
        </Fact>
        <Fact term="Lead time">{times.length === 0 ? NOT_RECORDED : <LeverLeadTimes times={times} />}</Fact>
        <Fact term="Precedent">{lever.policyPrecedent}</Fact>
        <Fact term="Legal instrument">{NOT_RECORDED}</Fact>
        <Fact term="Who must agree">{NOT_RECORDED}</Fact>
        <Fact term="Cost">
          {costRuleText(lever.costRule)} <span className="muted">Rule {lever.costRule}</span>
        </Fact>
        <Fact term="Limits">{leverLimits(lever.id)}</Fact>
        <Fact term="In the model">
          <code>{lever.equation}</code>
        </Fact>
        <Fact term="Sub-settings">{lever.subSettings}</Fact>
      </dl>
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {children === "" || children === null ? (
          <span className="muted">{NOT_RECORDED}</span>
        ) : children === NOT_RECORDED ? (
          <span className="muted">{NOT_RECORDED}</span>
        ) : (
          children
        )}
      </dd>
    </>
  );
}
