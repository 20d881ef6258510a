/** What stays under the title bar until it is solved: the scenario store, a stored result and what became of it, a failed run, and what actions have put there. */
import { capitalised } from "../../../shared/format/words.ts";
import { useEdit, useResult, useSession } from "../../state/planner.ts";
import { Banner } from "../../ui/banner.tsx";
import { RefusedDatasetBanner } from "../datasets/refused-dataset-banner.tsx";
import { StoredBanner } from "../ledger/stored-banner.tsx";
import { FirstHints } from "./first-hints.tsx";
import { StoreBanner } from "../recovery/store-banner.tsx";

export function Banners() {
  const banners = useSession((state) => state.banners);
  return (
    <div className="banners">
      <StoreBanner />
      <RefusedDatasetBanner />
      <FirstHints />
      <FailureBanner />
      <StoredBanner />
      {banners.map((banner) => (
        <Banner key={banner.key} tone={banner.tone} title={banner.title} text={banner.text} actions={banner.actions} />
      ))}
    </div>
  );
}

function FailureBanner() {
  const failure = useResult((state) => state.failure);
  const { undo } = useEdit();
  if (failure === null) return null;
  if (failure.shows === "nothing") {
    const text = `${capitalised(failure.message)}. It has no numbers until it can be: change what is named, or go back to the saved revision.`;
    return <Banner tone="error" title="The model cannot compute this scenario" text={text} actions={[]} />;
  }
  const where = failure.input === null ? "The last change" : failure.input;
  return (
    <Banner
      tone="error"
      title="The model could not compute this"
      text={`${where}: ${failure.message}. The numbers on screen are those before it.`}
      actions={[{ label: "Undo the change", run: undo }]}
    />
  );
}
