/** What the settings of a lever lead to: when it shows, what holds it up, what it cannot do here. */
import { Timer } from "lucide-react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import { collectedText } from "../../../../shared/view/effect/limit-text.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { useDataset, useDocument, useResult, useSession } from "../../../state/planner.ts";
import "./lever-effects.css";

export function LeverEffects({ lever, words }: { readonly lever: Lever; readonly words: LeverWords }) {
  const [first, ...others] = words.details;
  return (
    <section className="lever-effects" aria-label={`Effect of ${lever.name}`}>
      <p className="lever-effects-first">
        <Timer size={15} aria-hidden />
        <span>{first}</span>
      </p>
      {others.length > 0 && (
        <ul>
          {others.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {lever.id === "recycling_rate" && <Collected />}
    </section>
  );
}

/** A target and what comes of it, mineral by mineral. */
function Collected() {
  const dataset = useDataset();
  const reader = useResult((state) => state.shown);
  const year = useSession((state) => state.outcomeYear);
  const settings = useDocument((state) => state.document.inputs.levers);
  const text = collectedText(dataset, reader, settings, year);
  return text === null ? null : <p>{text}</p>;
}
