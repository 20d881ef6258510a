/** Panel beside the lever list: every setting of one lever, and what stands behind it. Not a dialog: levers and charts stay at hand. */
import { X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { useEdit, useView } from "../../../state/planner.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { ScrollArea } from "../../../ui/scroll-area.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { GroupIcon } from "./group-icon.tsx";
import { LeverAbout } from "./lever-about.tsx";
import { LeverSettings } from "./lever-settings.tsx";
import { LeverYearsTable } from "./lever-years-table.tsx";
import "./lever-detail.css";

type Tab = "settings" | "years" | "about";
const TABS = [
  { id: "settings", label: "Settings" },
  { id: "years", label: "Years" },
  { id: "about", label: "About" },
] as const;

/** Mount with `key={lever.id}`: another lever is another panel. */
export function LeverDetail({ lever, words }: { readonly lever: Lever; readonly words: LeverWords | null }) {
  const view = useView();
  const edit = useEdit();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [tab, setTab] = useState<Tab>("settings");
  useEffect(() => heading.current?.focus(), []);

  const close = useCallback((): void => {
    view.openDetail(null);
    document.querySelector<HTMLElement>(`[data-lever="${CSS.escape(lever.id)}"] [role="slider"]`)?.focus();
  }, [view, lever.id]);

  // On the window, so that a slider or field inside can take Esc for itself first.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Node) || !panel.current?.contains(event.target)) return;
      event.preventDefault();
      close();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [close]);

  return (
    <aside className="lever-detail" aria-labelledby="lever-detail-title" data-region="detail" ref={panel}>
      <header className="lever-detail-head">
        <div className="lever-detail-title">
          <GroupIcon group={lever.group} size={20} />
          <h2 id="lever-detail-title" ref={heading} tabIndex={-1}>
            {lever.name}
          </h2>
          <IconButton icon={X} label="Close" keys={["Esc"]} onPress={close} />
        </div>
        <p className="lever-detail-lead">{sentence(lever.represents)}</p>
        <div className="lever-detail-tabs">
          <Segmented label="Part" value={tab} onChange={setTab} options={TABS} />
          <Button variant="quiet" size="small" onPress={() => edit.resetLever(lever.id)}>
            Status quo <Keys names={["S"]} />
          </Button>
        </div>
      </header>
      {tab === "about" ? (
        <ScrollArea label={`About ${lever.name}`} className="lever-detail-body">
          <LeverAbout lever={lever} />
        </ScrollArea>
      ) : (
        <div className="lever-detail-body scroll">
          {tab === "settings" && <LeverSettings lever={lever} words={words} />}
          {tab === "years" && <LeverYearsTable lever={lever} />}
        </div>
      )}
    </aside>
  );
}

/** The dataset's phrase as a sentence. */
export const sentence = (phrase: string): string => (phrase === "" ? "" : `${phrase.charAt(0).toUpperCase()}${phrase.slice(1).replace(/\.$/, "")}.`);
