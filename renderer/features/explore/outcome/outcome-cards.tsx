/** Six outcomes of the current run: value, difference and shape over the years. A card puts its indicator on the right chart. */
import { memo } from "react";
import { sparkPaths } from "../../../../shared/chart/spark.ts";
import type { CardView } from "../../../../shared/view/explore/explore-types.ts";
import { Definition } from "../../../ui/definition.tsx";
import { Tile } from "../../../ui/tile.tsx";
import { toneClass } from "./difference.tsx";
import "./outcome-cards.css";

export interface OutcomeCardsProps {
  readonly cards: readonly CardView[];
  readonly onShow: (card: CardView) => void;
  /** The card whose indicator the right chart shows. */
  readonly shown: CardView["id"] | null;
}

export const OutcomeCards = memo(function OutcomeCards({ cards, onShow, shown }: OutcomeCardsProps) {
  return (
    <section className="outcome-cards" data-region="cards" aria-label="Outcomes">
      {cards.map((card) => (
        <article key={card.id} className="outcome-card card" data-shown={card.id === shown || undefined}>
          <button type="button" className="outcome-card-open" aria-pressed={card.id === shown} title="Show on the right chart" onClick={() => onShow(card)}>
            <span className="outcome-card-label">{card.label}</span>
            <Value text={card.value} />
            <span className={`outcome-card-difference ${toneClass(card.difference)}`}>{card.difference.text}</span>
            <span className="outcome-card-detail" title={[card.mineral?.name, card.detail].filter(Boolean).join(", ")}>
              {card.mineral && <Tile mineral={card.mineral.id} size="inline" />}
              {card.mineral && <span className="visually-hidden">{card.mineral.name}, </span>}
              {card.detail}
            </span>
            <Spark card={card} />
          </button>
          <CardInfo label={card.label} definition={card.definition} />
        </article>
      ))}
    </section>
  );
});

/** Its words stay while its number moves. */
const CardInfo = memo(function CardInfo({ label, definition }: { readonly label: string; readonly definition: string }) {
  return (
    <span className="outcome-card-info">
      <Definition title={label}>
        <p>{definition}</p>
      </Definition>
    </span>
  );
});

/** Longer than this, a value gets its unit in small so that no digit is cut off. */
const ROOM = 10;

function Value({ text }: { readonly text: string }) {
  const [, number = text, unit = ""] = (text.length > ROOM && /^(\S+)( .+)$/.exec(text)) || [];
  return (
    <span className="outcome-card-value">
      {number}
      {unit !== "" && <small>{unit}</small>}
    </span>
  );
}

/** Drawn in a fixed box and stretched; strokes keep their width. */
const BOX = { width: 120, height: 16 };

function Spark({ card }: { readonly card: CardView }) {
  const paths = sparkPaths(card.spark.current, card.spark.statusQuo, BOX.width, BOX.height);
  return (
    <svg className="outcome-card-spark" viewBox={`0 0 ${BOX.width} ${BOX.height}`} preserveAspectRatio="none" aria-hidden>
      <path className="outcome-card-spark-current" d={paths.current} />
      <path className="outcome-card-spark-status-quo" d={paths.reference} />
    </svg>
  );
}
