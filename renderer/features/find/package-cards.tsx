/** The packages side by side; each opens as a scenario. */
import type { FindView } from "../../../shared/view/find-view.ts";
import { Button } from "../../ui/button.tsx";

export function PackageCards({ shown, onOpen }: { readonly shown: FindView; readonly onOpen: (index: number) => void }) {
  return (
    <ol className="find-cards scroll" aria-label="Packages">
      {shown.cards.map((card, i) => (
        <li key={card.number} className="card" data-first={i === 0 || undefined}>
          <h3>
            <span className="find-number">{card.number}</span>
            <span className="find-card-name" title={card.name}>
              {card.name}
            </span>
          </h3>
          <p className="find-card-figures">
            <b>{card.value}</b>
            <b>{card.cost}</b>
          </p>
          <ul>
            {card.levers.map((line) => (
              <li key={line} title={line}>
                {line}
              </li>
            ))}
          </ul>
          <p className="muted find-card-more" title={card.notes}>
            {[card.more, card.notes].filter((part) => part !== "").join(" · ")}
          </p>
          <Button size="small" variant={i === 0 ? "primary" : "secondary"} aria-label={`Open as scenario: package ${card.number}`} onPress={() => onOpen(i)}>
            Open as scenario
          </Button>
        </li>
      ))}
    </ol>
  );
}
