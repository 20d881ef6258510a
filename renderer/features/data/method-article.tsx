/** One entry of the method: words, numbered formulas, every symbol with its unit and the way to its numbers, and the whole as text. */
import { ArrowLeft, Copy } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { RefObject } from "react";
import { countText } from "../../../shared/format/words.ts";
import { entryText } from "../../../shared/view/data/data-method.ts";
import type { LegendLine, MethodEntry } from "../../../shared/view/data/data-method.ts";
import { rowsOfNumbers } from "../../../shared/view/data/data-rows-asked.ts";
import { copyText } from "../../charts/copy-text.ts";
import { useDataset, useSession, useView } from "../../state/planner.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Formula, FormulaSymbol } from "../../ui/formula.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useDataRows } from "./use-data-rows.ts";

/** `isAsked`: somebody came here for it, so it is brought into sight and takes the focus. */
export function MethodArticle({ entry, isAsked }: { readonly entry: MethodEntry; readonly isAsked: boolean }) {
  const view = useView();
  const article = useRef<HTMLElement>(null);
  const cameFrom = useSession((state) => (isAsked ? state.cameFrom : null));
  useEffect(() => {
    if (!isAsked) return;
    const symbol = cameFrom?.kind === "symbol" ? article.current?.querySelector<HTMLElement>(`[data-symbol="${CSS.escape(cameFrom.symbol)}"] button`) : null;
    const heading = article.current?.querySelector<HTMLElement>("h3");
    const wanted = symbol ?? heading;
    wanted?.scrollIntoView({ block: symbol ? "center" : "start" });
    wanted?.focus();
  }, [isAsked, cameFrom]);
  const isNear = useIsNear(article, isAsked);
  const copy = (): void => {
    if (copyText(entryText(entry))) view.toast("Copied as text");
    else view.openDialog({ kind: "error", error: { code: "clipboard-unavailable" } });
  };
  return (
    <article ref={article} className="method-entry" data-asked={isAsked || undefined}>
      <header className="method-head">
        <h3 tabIndex={isAsked ? -1 : undefined}>{entry.title}</h3>
        {entry.formulas.length > 0 && <IconButton icon={Copy} label={`Copy ${entry.title} as text`} size={14} onPress={copy} />}
        <span className="spacer" />
        {cameFrom?.kind === "number" && (
          <Button size="small" icon={ArrowLeft} onPress={() => view.showNumber(cameFrom.row)}>
            Back to the number
          </Button>
        )}
      </header>
      <p>{entry.text}</p>
      {isNear ? (
        <>
          {entry.formulas.length > 0 && <Formulas entry={entry} />}
          {entry.legend.length > 0 && <Legend entry={entry} />}
        </>
      ) : (
        <div style={{ height: entry.formulas.length * LINE_HEIGHT + entry.legend.length * LEGEND_HEIGHT }} />
      )}
      {entry.facts.length > 0 && (
        <dl className="method-facts">
          {entry.facts.map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

/** Pixels, about; what they guess wrongly, the scroll bar shows and nothing else. */
const LINE_HEIGHT = 38;
const LEGEND_HEIGHT = 30;

/** True once the element has come near the part in sight: two hundred formulas at once would keep the window waiting. */
function useIsNear(element: RefObject<HTMLElement | null>, fromTheStart: boolean): boolean {
  const [isNear, setNear] = useState(fromTheStart);
  useEffect(() => {
    const watched = element.current;
    if (isNear || watched === null) return;
    const watch = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true), { rootMargin: "600px" });
    watch.observe(watched);
    return () => watch.disconnect();
  }, [element, isNear]);
  return isNear || fromTheStart;
}

const Formulas = ({ entry }: { readonly entry: MethodEntry }) => (
  <ol className="method-formulas">
    {entry.formulas.map(({ number, text, formula, note }, line) => (
      <li key={text}>
        <div className="method-formula">
          <Formula formula={formula} />
          {note !== "" && <p className="method-note">{note}</p>}
        </div>
        {number !== entry.formulas[line - 1]?.number && <span className="method-number">({number})</span>}
      </li>
    ))}
  </ol>
);

function Legend({ entry: { id, legend } }: { readonly entry: MethodEntry }) {
  return (
    <table className="method-legend">
      <thead>
        <tr>
          <th scope="col">Symbol</th>
          <th scope="col">What it stands for</th>
          <th scope="col">Unit</th>
          <th scope="col">Dataset</th>
        </tr>
      </thead>
      <tbody>
        {legend.map((line) => (
          <tr key={line.symbol.id} data-symbol={line.symbol.id}>
            <th scope="row">
              <FormulaSymbol symbol={line.symbol} />
            </th>
            <td>
              {line.name}
              {line.symbol.numbers?.kind === "parameter" && <code className="method-key">{line.symbol.numbers.key}</code>}
            </td>
            <td>{line.unit}</td>
            <td>
              <NumbersLink line={line} entry={id} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "9 numbers": opens the dataset at them. Nothing where the model works the symbol out itself. */
function NumbersLink({ line: { symbol, name }, entry }: { readonly line: LegendLine; readonly entry: string }) {
  const view = useView();
  const dataset = useDataset();
  const rows = useDataRows();
  const count = useMemo(() => (symbol.numbers === null ? 0 : rowsOfNumbers(dataset, rows, symbol.numbers).length), [dataset, rows, symbol]);
  if (symbol.numbers === null) return null;
  if (count === 0) return <span className="muted">none here</span>;
  return (
    <LinkButton onPress={() => view.showNumbers({ symbol: symbol.id, entry })}>
      {countText(count, "number")}
      <span className="visually-hidden"> of {name}</span>
    </LinkButton>
  );
}
