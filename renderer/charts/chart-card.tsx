/** A chart with its finding, its subtitle and what can be done with it: choose, show as table, copy, fill the window. */
import { Copy, Image, Maximize2, Minimize2, Table2 } from "lucide-react";
import { memo, useCallback, useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import type { ChartSpec } from "../../shared/chart/chart-spec.ts";
import { IconButton } from "../ui/button.tsx";
import { ChartCanvas } from "./chart-canvas.tsx";
import { ChartTable } from "./chart-table.tsx";
import { copyAsImage, copyAsTable } from "./copy-chart.ts";
import type { YearPointer } from "./year-pointer.ts";
import "./chart-card.css";

export interface ChartCardProps {
  readonly spec: ChartSpec;
  readonly frozen: boolean;
  readonly pointer: YearPointer;
  /** Name of the card's region for F6 and tests: "left-chart". */
  readonly region: string;
  /** Controls that choose what is shown; they stand before the card's own actions. */
  readonly choose?: ReactNode;
  /** Whether single-letter keys are on (T = table). */
  readonly singleKeys: boolean;
  /** Tells the person how a copy went. */
  readonly onCopied: (message: string) => void;
}

export function ChartCard({ spec, frozen, pointer, region, choose, singleKeys, onCopied }: ChartCardProps) {
  const [isTable, setIsTable] = useState(false);
  const [isFull, setIsFull] = useState(false);
  const card = useRef<HTMLElement>(null);
  const titleId = useId();

  const latest = useRef(spec);
  useEffect(() => {
    latest.current = spec;
  });
  const copy = useCallback(
    async (kind: "table" | "picture"): Promise<void> => {
      const result = kind === "table" ? await copyAsTable(latest.current) : await copyAsImage(latest.current, card.current!);
      onCopied(result.ok ? `Copied the chart as ${kind}` : result.error);
    },
    [onCopied],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === "Escape" && isFull) {
      event.stopPropagation();
      setIsFull(false);
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (singleKeys && isPlain && event.key.toLowerCase() === "t" && !isTextField(event.target)) {
      event.preventDefault();
      setIsTable((shown) => !shown);
    }
  };

  return (
    // Keys of the focused parts bubble here; the section itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={card} className="chart-card card" data-region={region} data-full={isFull || undefined} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header>
        <div className="chart-card-actions">
          {choose}
          <CardActions isTable={isTable} isFull={isFull} onTable={setIsTable} onFull={setIsFull} onCopy={copy} />
        </div>
        <h2 id={titleId} className="finding">
          {spec.title}
        </h2>
        <p className="subtitle">{spec.subtitle}</p>
      </header>
      <div className="chart-card-body">{isTable ? <ChartTable spec={spec} /> : <ChartCanvas spec={spec} frozen={frozen} pointer={pointer} />}</div>
    </section>
  );
}

interface CardActionsProps {
  readonly isTable: boolean;
  readonly isFull: boolean;
  readonly onTable: (shown: boolean) => void;
  readonly onFull: (full: boolean) => void;
  readonly onCopy: (kind: "table" | "picture") => Promise<void>;
}

const TABLE_KEYS = ["T"];

/** Apart, because the rest of the card renders with every frame of a drag. */
const CardActions = memo(function CardActions({ isTable, isFull, onTable, onFull, onCopy }: CardActionsProps) {
  return (
    <>
      {isTable ? (
        <IconButton icon={Copy} label="Copy as table" onPress={() => void onCopy("table")} />
      ) : (
        <IconButton icon={Image} label="Copy as image" onPress={() => void onCopy("picture")} />
      )}
      <IconButton icon={Table2} label={isTable ? "Show as chart" : "Show as table"} keys={TABLE_KEYS} onPress={() => onTable(!isTable)} />
      <IconButton icon={isFull ? Minimize2 : Maximize2} size={14} label={isFull ? "Back to its place" : "Fill the window"} onPress={() => onFull(!isFull)} />
    </>
  );
});

const isTextField = (target: EventTarget): boolean => target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
