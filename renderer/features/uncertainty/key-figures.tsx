/** The figures of an ensemble that are quoted: median, chances, how far they have settled; copied and saved like any table. */
import type { UncertaintyView } from "../../../shared/view/uncertainty/uncertainty-view.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { KeySection } from "../../ui/key-section.tsx";

export function KeyFigures({ shown: { subtitle, cards } }: { readonly shown: UncertaintyView }) {
  const { onExport, onKeyDown } = useTableExport({
    title: "Key figures",
    subtitle,
    columns: ["Figure", "Value", "Detail"],
    rows: cards.map(({ label, value, detail }) => [label, value, detail]),
  });
  return (
    <KeySection className="uncertainty-figures" data-region="key-figures" aria-label="Key figures" onKeyDown={onKeyDown}>
      <dl className="uncertainty-cards">
        {cards.map(({ label, value, detail }) => (
          <div key={label} className="card">
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd className="muted">{detail}</dd>
          </div>
        ))}
      </dl>
      <TableMenu of="key figures" onExport={onExport} />
    </KeySection>
  );
}
