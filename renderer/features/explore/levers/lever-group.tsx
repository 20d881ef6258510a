/** A named group of levers: its head with cost and reset, and one row per lever (one per partner for partnerships). */
import { Plus, RotateCcw } from "lucide-react";
import { memo, useEffect, useRef, useState } from "react";
import type { Lever } from "../../../../shared/dataset/dataset.ts";
import { changedLevers } from "../../../../shared/scenario/edit-scenario.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { useDataset, useDocument, useEdit, useResult, useView } from "../../../state/planner.ts";
import { Menu } from "../../../ui/menu.tsx";
import { allyPartners, supplierName } from "./ally-partners.ts";
import { GroupIcon } from "./group-icon.tsx";
import { LeverRow } from "./lever-row.tsx";
import type { LeverRowProps } from "./lever-row.tsx";
import { leversCostText } from "../outcome/public-cost.ts";
import { subSettingsOf } from "./sub-settings.ts";
import "../../../ui/icon-hit.css";
import "./lever-group.css";

export interface LeverGroupProps {
  readonly group: string;
  /** All levers of the group. */
  readonly levers: readonly Lever[];
  /** Those that search and filter leave. */
  readonly shown: readonly Lever[];
  readonly words: ReadonlyMap<string, LeverWords>;
}

export const LeverGroup = memo(function LeverGroup({ group, levers, shown, words }: LeverGroupProps) {
  return (
    <section className="lever-group" aria-label={group}>
      <GroupHead group={group} levers={levers} />
      {shown.map((lever) =>
        subSettingsOf(lever).partner ? (
          <PartnerRows key={lever.id} lever={lever} {...noteOf(words.get(lever.id))} />
        ) : (
          <LeverRow key={lever.id} lever={lever} name={lever.name} {...noteOf(words.get(lever.id))} />
        ),
      )}
    </section>
  );
});

type Note = Pick<LeverRowProps, "note" | "brief" | "idle">;

const NO_NOTE: Note = { note: null, brief: null, idle: null };
/** Texts apart, so that a row whose words are the same again is not drawn again. */
const noteOf = (words: LeverWords | undefined): Note => (words ? { note: words.row, brief: words.brief, idle: words.idle } : NO_NOTE);

function GroupHead({ group, levers }: { readonly group: string; readonly levers: readonly Lever[] }) {
  const edit = useEdit();
  const view = useView();
  const dataset = useDataset();
  const changed = useDocument((state) => changedLevers(state.document, levers).length);
  const result = useResult((state) => state.parts.tiles);
  const ids = levers.map(({ id }) => id);
  const askReset = (): void =>
    view.openDialog({
      kind: "confirm",
      title: `Set ${changed === 1 ? "1 lever" : `${changed} levers`} in ${group} to status quo?`,
      text: changed === 1 ? "Undo brings it back." : "Undo brings them back.",
      confirm: "Set to status quo",
      destructive: false,
      run: () => edit.resetGroup(group),
    });
  return (
    <header className="lever-group-head">
      <GroupIcon group={group} />
      <h2>{group}</h2>
      {changed > 0 && (
        <button type="button" className="icon-hit" aria-label={`Set levers in ${group} to status quo`} title="Set group to status quo" onClick={askReset}>
          <RotateCcw size={13} aria-hidden />
        </button>
      )}
      <span className="lever-group-cost">{changed === 0 ? "no change" : leversCostText(dataset, result, ids)}</span>
    </header>
  );
}

/** Partners in use, in the order of the scenario; the likeliest one where none is, so that there is a slider to take; and a way to add more. */
function PartnerRows({ lever, ...note }: Note & { readonly lever: Lever }) {
  const dataset = useDataset();
  const inUse = useDocument((state) => partnersInUse(state.document.inputs.levers, lever.id));
  // A row stays while this list is on screen, also when its slider passes the status quo and its setting goes.
  const [kept, setKept] = useState<readonly string[]>([]);
  const candidates = allyPartners(dataset);
  const known = [...kept, ...inUse.split("|").filter((iso3) => iso3 !== "" && !kept.includes(iso3))];
  if (known.length > kept.length) setKept(known);
  // What is said of the lever stands once, on the first partner that differs.
  const noted = useDocument(({ document }) => document.inputs.levers.find((each) => each.lever === lever.id && each.value !== lever.default)?.partner);
  const first = candidates[0];
  const rows = known.length > 0 || !first ? known : [first.iso3];
  const rest = candidates.filter(({ iso3 }) => !rows.includes(iso3));
  const list = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  // The hand goes on with the partner that was added.
  useEffect(() => {
    if (added !== null) [...(list.current?.querySelectorAll<HTMLElement>("[role=slider]") ?? [])].at(-1)?.focus();
  }, [added]);
  const add = (iso3: string): void => {
    setKept([...rows, iso3]);
    setAdded(iso3);
  };
  return (
    <div ref={list}>
      {rows.map((iso3) => (
        <LeverRow key={iso3} lever={lever} partner={iso3} name={`${lever.name}: ${supplierName(dataset, iso3)}`} {...(iso3 === noted ? note : NO_NOTE)} />
      ))}
      {rest.length > 0 && (
        <div className="lever-group-add">
          <Menu label="Add partner" icon={Plus} items={rest.map(({ iso3, name }) => ({ id: iso3, label: name }))} onAction={add} />
        </div>
      )}
    </div>
  );
}

/** Joined by "|" so that the selector's answer compares by value. */
const partnersInUse = (settings: readonly { readonly lever: string; readonly partner?: string }[], leverId: string): string =>
  [...new Set(settings.flatMap(({ lever, partner }) => (lever === leverId && partner !== undefined ? [partner] : [])))].join("|");
