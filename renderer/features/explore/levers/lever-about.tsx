/** What a lever is, what it costs and what stands behind it, as far as the dataset records it. */
import { Fragment } from "react";
import type { ReactNode } from "react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import { leverBoundsText, leverUnit, leverUnitText, leverValueText } from "../../../../shared/format/lever-text.ts";
import { exactNumberText } from "../../../../shared/format/number.ts";
import { monthText } from "../../../../shared/format/words.ts";
import { leverRow } from "../../../../shared/lever/lever-catalogue.ts";
import { leadTimes } from "../../../../shared/view/explore/lever-lead-time.ts";
import { useDataset, useView } from "../../../state/planner.ts";
import { LinkButton } from "../../../ui/link-button.tsx";
import { costRuleText } from "./cost-rule-text.ts";
import { LeverLeadTimes } from "./lever-lead-times.tsx";
import { setApartText } from "./sub-settings.ts";

const NOT_RECORDED = "not recorded";

export function LeverAbout({ lever }: { readonly lever: Lever }) {
  const dataset = useDataset();
  const view = useView();
  const row = leverRow(lever.id);
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
          {costRuleText(lever.costRule)} <LinkButton onPress={() => view.showMethod(lever.costRule)}>Rule {lever.costRule}</LinkButton>
        </Fact>
        <Fact term="Limits">{row?.limits ?? NOT_RECORDED}</Fact>
        <Fact term="In the model">
          {row ? (
            <>
              {row.works}{" "}
              {row.equations.map((id) => (
                <Fragment key={id}>
                  <LinkButton onPress={() => view.showMethod(id)}>Equation {id}</LinkButton>{" "}
                </Fragment>
              ))}
            </>
          ) : (
            NOT_RECORDED
          )}
        </Fact>
        <Fact term="Set apart by">{setApartText(dataset, lever)}</Fact>
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
