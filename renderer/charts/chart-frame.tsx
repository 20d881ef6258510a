/** The card around anything drawn: finding, subtitle and what can be done with it: choose, show as table, copy, save, fill the window. */
import { Maximize2, Minimize2, TriangleAlert } from "lucide-react";
import { memo, useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { IconButton } from "../ui/button.tsx";
import { KeySection } from "../ui/key-section.tsx";
import { useInertAround } from "../ui/use-inert-around.ts";
import { ChartActions } from "./chart-actions.tsx";
import { handleChartKey } from "./chart-keys.ts";
import { useExportChart } from "./use-export-chart.ts";
import type { Exportable } from "./use-export-chart.ts";
import "./chart-card.css";

export interface ChartFrameProps {
  readonly title: string;
  /** The finding stands elsewhere on the screen: the card has it for its name only. */
  readonly hidesTitle?: boolean;
  readonly subtitle: string;
  readonly note?: string | undefined;
  /** Name of the card's region for F6 and tests: "left-chart". */
  readonly region: string;
  /** Controls that choose what is shown; they stand before the card's own actions. */
  readonly choose?: ReactNode;
  /** Stands after the subtitle. */
  readonly explain?: ReactNode;
  /** Whether single-letter keys are on (T = table). */
  readonly singleKeys: boolean;
  readonly exportable: Exportable;
  readonly body: (isTable: boolean) => ReactNode;
}

export function ChartFrame({ title, hidesTitle = false, subtitle, note, region, choose, explain, singleKeys, exportable, body }: ChartFrameProps) {
  const [isTable, setIsTable] = useState(false);
  const [isFull, setIsFull] = useState(false);
  const titleId = useId();
  const { near, exportChart } = useExportChart(exportable);
  useInertAround(near, isFull);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === "Escape" && isFull && event.currentTarget.contains(event.target as Node)) {
      event.stopPropagation();
      setIsFull(false);
    } else handleChartKey(event, { isTable, onTable: setIsTable, onExport: exportChart, singleKeys });
  };

  return (
    <KeySection ref={near} className="chart-card card" data-region={region} data-full={isFull || undefined} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header>
        <div className="chart-card-actions">
          {choose}
          <ChartActions isTable={isTable} onTable={setIsTable} onExport={exportChart} />
          <FullButton isFull={isFull} onFull={setIsFull} />
        </div>
        <h2 id={titleId} className={hidesTitle && !isFull ? "visually-hidden" : "finding"}>
          {withoutLonelyUnits(title)}
        </h2>
        <p className="subtitle">{explain === undefined ? subtitle : <Explained text={subtitle}>{explain}</Explained>}</p>
        {note !== undefined && (
          <p className="chart-card-note" role="note">
            <TriangleAlert size={14} aria-hidden /> {note}
          </p>
        )}
      </header>
      <div className="chart-card-body">{body(isTable)}</div>
    </KeySection>
  );
}

/** A number keeps its unit and a year its preposition on the same line. */
const withoutLonelyUnits = (text: string): string => text.replace(/(\d) (?=[a-zA-Z])/g, "$1\u00a0").replace(/ (by|in) (?=\d{4}\b)/g, " $1\u00a0");

const FullButton = memo(function FullButton({ isFull, onFull }: { readonly isFull: boolean; readonly onFull: (full: boolean) => void }) {
  return (
    <IconButton icon={isFull ? Minimize2 : Maximize2} size={14} label={isFull ? "Back to its place" : "Fill the window"} onPress={() => onFull(!isFull)} />
  );
});

/** What explains a text keeps to its last word: an "i" is no line of its own. */
function Explained({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const end = text.lastIndexOf(" ") + 1;
  return (
    <>
      {text.slice(0, end)}
      <span className="chart-card-explained">
        {text.slice(end)} {children}
      </span>
    </>
  );
}
