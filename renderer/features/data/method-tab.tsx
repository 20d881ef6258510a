/** Definitions, equations, cost rules, limits and words, to read, to search and to copy. */
import { useMemo, useState } from "react";
import { filterEntries, methodSections } from "../../../shared/view/data/data-method.ts";
import type { MethodSection } from "../../../shared/view/data/data-method.ts";
import { useDataset, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { MethodArticle } from "./method-article.tsx";
import "./dataset-tab.css";
import "./method-tab.css";

export function MethodTab() {
  const dataset = useDataset();
  const sections = useMemo(() => methodSections(dataset), [dataset]);
  const asked = useSession((state) => state.methodEntry);
  const [chosen, setChosen] = useState<MethodSection["id"]>(() => sections.find(({ entries }) => entries.some(({ id }) => id === asked))?.id ?? "indicators");
  const [search, setSearch] = useState("");
  const found = useMemo(() => sections.map((section) => ({ ...section, entries: filterEntries(section.entries, search) })), [sections, search]);
  const shown = found.find(({ id }) => id === chosen)!;
  const elsewhere = found.find(({ id, entries }) => id !== chosen && entries.length > 0);
  return (
    <div className="data-body">
      <nav className="card data-minerals scroll" aria-label="Parts of the method" data-region>
        {found.map(({ id, label, entries }) => (
          <button type="button" key={id} className="data-mineral" aria-pressed={id === chosen} onClick={() => setChosen(id)}>
            <span className="spacer">{label}</span>
            <span className="muted">{entries.length}</span>
          </button>
        ))}
      </nav>
      <section className="card data-main" aria-label={shown.label} data-region>
        <div className="data-tools">
          <SearchField label="Search the method" placeholder="Search words, symbols, keys" value={search} onChange={setSearch} />
        </div>
        {shown.entries.length === 0 ? (
          <div className="data-empty">
            <h3 className="section-head">Nothing here holds all of these words</h3>
            {elsewhere ? (
              <Button onPress={() => setChosen(elsewhere.id)}>Look in {elsewhere.label.toLowerCase()}</Button>
            ) : (
              <Button onPress={() => setSearch("")}>Show all</Button>
            )}
          </div>
        ) : (
          <ScrollArea key={chosen} label={`${shown.label}, text`} className="method-entries">
            {shown.entries.map((entry) => (
              <MethodArticle key={entry.id} entry={entry} isAsked={entry.id === asked} />
            ))}
          </ScrollArea>
        )}
      </section>
    </div>
  );
}
