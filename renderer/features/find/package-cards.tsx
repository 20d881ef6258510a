/** The packages side by side; each opens as a scenario, or is pinned to the charts and Compare. */
import { Pin } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import type { FindView } from "../../../shared/view/find/find-view-types.ts";
import { Button } from "../../ui/button.tsx";
import { Hint } from "../../ui/hint.tsx";

export interface PackageCardsProps {
  readonly shown: FindView;
  readonly onOpen: (index: number) => void;
  readonly isPinned: (index: number) => boolean;
  /** Pins, or takes the pin away. */
  readonly onPin: (index: number) => void;
}

export function PackageCards({ shown, onOpen, isPinned, onPin }: PackageCardsProps) {
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
            <PinToggle name={`package ${card.number}`} isPinned={isPinned(i)} onPin={() => onPin(i)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

interface PinToggleProps {
  readonly name: string;
  readonly isPinned: boolean;
  readonly onPin: () => void;
}

function PinToggle({ name, isPinned, onPin }: PinToggleProps) {
  return (
    <Hint text={isPinned ? `Remove ${name} from the charts and Compare` : `Pin ${name} to the charts and Compare`}>
      <ToggleButton
        className="button button-quiet button-icon find-pin"
        aria-label={`Pin ${name} to the charts and Compare`}
        isSelected={isPinned}
        onChange={onPin}
      >
        <Pin size={15} aria-hidden />
      </ToggleButton>
    </Hint>
  );
}
