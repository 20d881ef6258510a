/** Opens a found package as a scenario of its own, runs it again and says whether its claims hold to the last digit. */
import type { FindResult, FoundPackage } from "../../../shared/analysis/find.ts";
import type { FindQuestion } from "../../../shared/analysis/find-goal.ts";
import { claimsOf } from "../../../shared/analysis/package-space.ts";
import { claimText, documentOf, sameClaim } from "../../../shared/view/find-view.ts";
import type { Planner } from "../../state/planner.ts";

export async function openPackage(planner: Planner, question: FindQuestion, result: FindResult, found: FoundPackage, name: string): Promise<void> {
  const { dataset, scenarios, edit, view, documents } = planner;
  if (!(await scenarios.newScenario())) return;
  edit.replaceDocument(documentOf(question, found), "Package opened");
  edit.setLabels({ title: name });
  view.showScreen("explore");
  const { document } = documents.getState();
  const claim = claimText(dataset, question, result, found.claim);
  const again = await claimsOf(await planner.analysis.runner(), [{ inputs: document.inputs, assumptions: document.assumptions }], question, {});
  const one = again === "cancelled" ? undefined : again[0];
  if (one === undefined) return;
  const isSame = sameClaim(one, found.claim);
  const text = isSame
    ? `Run again on opening: ${claim}, equal to the last digit.`
    : `Run again on opening, the claim ${claim} does not hold: now ${claimText(dataset, question, result, one)}.`;
  if (documents.getState().document === document) edit.setLabels({ findings: text });
  if (isSame) view.toast(text);
  else view.showBanner({ key: "package-claim", tone: "error", title: name, text, actions: [] });
}
