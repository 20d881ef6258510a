/** Which levers are in all packages, which in some, which in none; and what doing without one costs. */
import type { FindView } from "../../../shared/view/find-view.ts";
import { ScrollArea } from "../../ui/scroll-area.tsx";

export function LeverRoles({ shown }: { readonly shown: FindView }) {
  const { roles, unused, rolesTitle, cards } = shown;
  return (
    <section className="card find-roles" data-region="lever-roles" aria-label="Levers in the packages">
      <h2 className="finding">{rolesTitle}</h2>
      <p className="subtitle">Packages that use the lever, of {cards.length}, and its range</p>
      <ScrollArea label="List of levers">
        <ul>
          {roles.map(({ key, name, range, used, role, without }) => (
            <li key={key}>
              <span className="find-role-name">
                {name}
                <small>{[role, without].filter((part) => part !== null && part !== "").join(" · ")}</small>
              </span>
              <span className="muted find-role-range">{range}</span>
              <span className="find-squares" role="img" aria-label={`in ${used.filter(Boolean).length} of ${used.length}`}>
                {used.map((isUsed, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the squares are the packages in their order
                  <i key={i} data-used={isUsed || undefined} />
                ))}
              </span>
            </li>
          ))}
        </ul>
        {unused !== "" && <p className="find-unused">{unused}</p>}
      </ScrollArea>
    </section>
  );
}
