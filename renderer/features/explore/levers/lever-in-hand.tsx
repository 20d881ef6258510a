/** Under the list, always of one height: why the lever in hand shows late, elsewhere or not at all, else when it shows, else what it is. */
import { Timer } from "lucide-react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { sentence } from "./lever-detail.tsx";
import "./lever-in-hand.css";

export interface LeverInHandProps {
  /** null = none was touched yet. */
  readonly lever: Lever | null;
  /** null while the lever is at status quo, or its effect is not worked out. */
  readonly words: LeverWords | null;
}

export function LeverInHand({ lever, words }: LeverInHandProps) {
  const note = words?.row ?? null;
  const text = lever && (note ?? words?.details[0] ?? sentence(lever.represents));
  return (
    <div className="lever-in-hand" role="note" aria-label="Lever in hand" data-note={note !== null || undefined}>
      {lever === null ? (
        <p className="lever-in-hand-text">Move or open a lever: when its effect shows, and what holds it up, stands here.</p>
      ) : (
        <p className="lever-in-hand-text" title={text ?? undefined}>
          {note !== null && <Timer size={14} aria-hidden />}
          <b>{lever.name}.</b> {text}
        </p>
      )}
    </div>
  );
}
