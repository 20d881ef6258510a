/** Opens a found package as a scenario of its own, runs it again in every world asked for, and says whether its claims hold to the last digit. */
import type { FindResult, FoundPackage } from "../../../shared/analysis/find/find.ts";
import type { FindQuestion } from "../../../shared/analysis/find/find-goal.ts";
import { figuresInWorlds, worstOf } from "../../../shared/analysis/find/package-space.ts";
import { findContext } from "../../../shared/view/find/find-context.ts";
import { documentOf, sameClaim, verifiedText } from "../../../shared/view/find/found-document.ts";
import type { Planner } from "../../state/planner.ts";

export async function openPackage(planner: Planner, question: FindQuestion, result: FindResult, found: FoundPackage, name: string): Promise<void> {
  const { dataset, scenarios, edit, view, documents } = planner;
  if (!(await scenarios.newScenario())) return;
  edit.replaceDocument(documentOf(question, found), "Package opened");
  edit.setLabels({ title: name });
  view.showScreen("explore");
  const { document } = documents.getState();
  const figures = await figuresInWorlds(await planner.analysis.runner(), [{ inputs: document.inputs, assumptions: document.assumptions }], question, {});
  const inWorlds = figures === "cancelled" ? undefined : figures[0];
  if (inWorlds === undefined) return;
  const claim = worstOf(inWorlds, question);
  const text = verifiedText(findContext(dataset, question, result), found.claim, claim, inWorlds);
  if (documents.getState().document === document) edit.setLabels({ findings: text });
  if (sameClaim(claim, found.claim)) view.toast(text);
  else view.showBanner({ key: "package-claim", tone: "error", title: name, text, actions: [] });
}
