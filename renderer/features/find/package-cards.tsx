/** The packages as cards that wrap, so that none is hidden to the side; each opens as a scenario, or is pinned to the charts and Compare. */
import { Pin } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import type { FindView, PackageCard } from "../../../shared/view/find/find-view-types.ts";
import { useTableExport } from "../../charts/export-table.ts";
import { TableMenu } from "../../charts/table-menu.tsx";
import { Button } from "../../ui/button.tsx";
import { Hint } from "../../ui/hint.tsx";
import { KeySection } from "../../ui/key-section.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";

export interface PackageCardsProps {
  readonly shown: FindView;
  readonly onOpen: (index: number) => void;
  readonly isPinned: (index: number) => boolean;
  /** Pins, or takes the pin away. */
  readonly onPin: (index: number) => void;
}

export function PackageCards({ shown, onOpen, isPinned, onPin }: PackageCardsProps) {
  const { onExport, onKeyDown } = useTableExport(shown.packageTable);
  return (
    <KeySection className="find-packages" data-region="packages" aria-label="Packages" onKeyDown={onKeyDown}>
      <header>
        <h2 className="section-head">{shown.isMet ? "Packages" : "Nearest package"}</h2>
        {shown.isMet && <span className="chip">{shown.cards.length}</span>}
        <span className="spacer" />
        <TableMenu of="packages" onExport={onExport} />
      </header>
      <ScrollArea label="List of packages" className="find-cards-scroll">
        <ol className="find-cards">
          {shown.cards.map((card, i) => (
            <Card key={card.number} card={card} isFirst={i === 0} isPinned={isPinned(i)} onOpen={() => onOpen(i)} onPin={() => onPin(i)} />
          ))}
        </ol>
      </ScrollArea>
    </KeySection>
  );
}

interface CardProps {
  readonly card: PackageCard;
  readonly isFirst: boolean;
  readonly isPinned: boolean;
  readonly onOpen: () => void;
  readonly onPin: () => void;
}

function Card({ card, isFirst, isPinned, onOpen, onPin }: CardProps) {
  return (
    <li className="card" data-first={isFirst || undefined}>
      <header>
        <span className="find-number">{card.number}</span>
        <h3 title={card.name}>{card.name}</h3>
        <b>{card.value}</b>
        <b>{card.cost}</b>
      </header>
      <ul title={card.allLevers}>
        {card.levers.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {card.more !== "" && <li className="muted">{card.more}</li>}
      </ul>
      <footer>
        <div>
          {card.home !== "" && <p title={card.eachWorld}>{card.home}</p>}
          <p className="muted" title={card.notes}>
            {card.notes}
          </p>
        </div>
        <Button size="small" variant={isFirst ? "primary" : "secondary"} aria-label={`Open as scenario: package ${card.number}`} onPress={onOpen}>
          Open
        </Button>
        <PinToggle name={`package ${card.number}`} isPinned={isPinned} onPin={onPin} />
      </footer>
    </li>
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
