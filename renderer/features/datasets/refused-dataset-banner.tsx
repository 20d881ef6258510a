/** Says once that the chosen dataset could not be opened and another one is shown in its place. */
import { useState } from "react";
import { errorText } from "../../../shared/errors/error-text.ts";
import { usePlanner, useSettings } from "../../state/planner.ts";
import { Banner } from "../../ui/banner.tsx";

export function RefusedDatasetBanner() {
  const refused = useSettings((state) => state.refusedDataset);
  const { dataset, view } = usePlanner();
  const [isDismissed, setDismissed] = useState(false);
  if (refused === null || isDismissed) return null;
  return (
    <Banner
      tone="warn"
      title={`The dataset ${refused.name} could not be opened; ${dataset.label} is shown`}
      text={`${errorText(refused.error).what} Its scenarios are untouched.`}
      actions={[
        { label: "Datasets", run: () => view.openDialog({ kind: "datasets", outcome: null }) },
        { label: "Dismiss", run: () => setDismissed(true) },
      ]}
    />
  );
}
