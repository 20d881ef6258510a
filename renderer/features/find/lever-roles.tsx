/** Which levers are in all packages, which in some, which in none; and what doing without one costs. */
import type { FindView } from "../../../shared/view/find/find-view-types.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";

export function LeverRoles({ shown }: { readonly shown: FindView }) {
  const { roles, unused, rolesTitle, rolesSubtitle } = shown;
  const { onExport, onKeyDown } = useTableExport(shown.roleTable);
  return (
    <KeySection className="card find-roles" data-region="lever-roles" aria-label="Levers in the packages" onKeyDown={onKeyDown}>
      <header>
        <h2 className="finding spacer">{rolesTitle}</h2>
        <TableMenu of="levers in the packages" onExport={onExport} />
      </header>
      <p className="subtitle">{rolesSubtitle}</p>
      <ScrollArea label="List of levers">
        <ul>
          {roles.map(({ key, name, range, used, role, without }) => (
            <li key={key}>
              <span className="find-role-name">{name}</span>
              <span className="muted find-role-range">{range}</span>
              {used.length > 1 && <Squares used={used} />}
              <small>{[role, without].filter((part) => part !== null && part !== "").join(" · ")}</small>
            </li>
          ))}
        </ul>
        {unused.map((line) => (
          <p key={line} className="find-unused">
            {line}
          </p>
        ))}
      </ScrollArea>
    </KeySection>
  );
}

/** One square for each package, filled where it uses the lever. */
const Squares = ({ used }: { readonly used: readonly boolean[] }) => (
  <span className="find-squares" role="img" aria-label={`in ${used.filter(Boolean).length} of ${used.length}`}>
    {used.map((isUsed, i) => (
      // oxlint-disable-next-line react/no-array-index-key -- the squares are the packages in their order
      <i key={i} data-used={isUsed || undefined} />
    ))}
  </span>
);
