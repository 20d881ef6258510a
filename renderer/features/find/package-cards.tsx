/** The packages side by side; each opens as a scenario, or is pinned to the charts and Compare. */
import { Pin } from "lucide-react";
import type { FindView } from "../../../shared/view/find/find-view-types.ts";
import { Button, IconButton } from "../../ui/button.tsx";

export interface PackageCardsProps {
  readonly shown: FindView;
  readonly onOpen: (index: number) => void;
  readonly onPin: (index: number) => void;
}

export function PackageCards({ shown, onOpen, onPin }: PackageCardsProps) {
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
          <p className="muted find-card-more" title={card.allLevers}>
            {card.more}
          </p>
          <p className="muted find-card-more" title={card.notes}>
            {card.notes}
          </p>
          <div className="find-card-actions">
            <Button size="small" variant={i === 0 ? "primary" : "secondary"} aria-label={`Open as scenario: package ${card.number}`} onPress={() => onOpen(i)}>
              Open as scenario
            </Button>
            <IconButton icon={Pin} size={15} label={`Pin package ${card.number} to the charts and Compare`} onPress={() => onPin(i)} />
          </div>
        </li>
      ))}
    </ol>
  );
}
