/** Explore: levers at the left; tiles, one large number, two linked charts and six outcomes at the right. A lever's details open between them. */
import { memo, useCallback, useMemo, useState } from "react";
import { choiceKey } from "../../../shared/view/related-indicators.ts";
import type { CardView } from "../../../shared/view/explore-types.ts";
import type { LeverStudy } from "../../../shared/view/effect/lever-study.ts";
import type { LeverWords } from "../../../shared/view/effect/lever-words.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { createYearPointer } from "../../charts/year-pointer.ts";
import { useDataset, useResult, useSession, useSettings, useView } from "../../state/planner.ts";
import { PinMenu } from "../pins/pin-menu.tsx";
import { MineralWall } from "../wall/mineral-wall.tsx";
import { Headline } from "./headline.tsx";
import { LeftChartChooser } from "./left-chart-chooser.tsx";
import { LeverDetail } from "./lever-detail.tsx";
import { LeverPanel } from "./lever-panel.tsx";
import { MineralTiles } from "./mineral-tiles.tsx";
import { OutcomeCards } from "./outcome-cards.tsx";
import { RightChartChooser } from "./right-chart-chooser.tsx";
import { useExploreView, useFigures } from "./use-explore-view.ts";
import { useLeverStudy } from "./use-lever-study.ts";
import { useLeverWords } from "./use-lever-words.ts";
import "./explore-screen.css";

export function ExploreScreen() {
  const study = useLeverStudy();
  const words = useLeverWords(study);
  return (
    <div className="explore">
      <LeverPanel words={words} study={study} />
      <Detail words={words} />
      <WallOrWorkspace study={study} />
    </div>
  );
}

function WallOrWorkspace({ study }: { readonly study: LeverStudy | null }) {
  const wall = useSession((state) => state.wall);
  return wall ? <MineralWall /> : <Workspace study={study} />;
}

const Detail = memo(function Detail({ words }: { readonly words: ReadonlyMap<string, LeverWords> }) {
  const dataset = useDataset();
  const detailLever = useSession((state) => state.detailLever);
  const lever = dataset.levers.find(({ id }) => id === detailLever);
  return lever ? <LeverDetail key={lever.id} lever={lever} words={words.get(lever.id) ?? null} /> : null;
});

const LEFT_CHOICES = (
  <>
    <LeftChartChooser />
    <PinMenu />
  </>
);

const Workspace = memo(function Workspace({ study }: { readonly study: LeverStudy | null }) {
  const view = useView();
  const shown = useExploreView(study);
  const figures = useFigures();
  const narrow = useSession((state) => state.detailLever !== null);
  const frozen = useResult((state) => state.frozen);
  const replaying = useResult((state) => state.replaying);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const [pointer] = useState(createYearPointer);
  const rightKey = choiceKey(shown.rightIndicator);
  const shownCard = figures.cards.find((card) => choiceKey(card.shows) === rightKey)?.id ?? null;
  const showCard = useCallback((card: CardView) => view.setRightIndicator(card.shows), [view]);
  const rightChoices = useMemo(
    () => (
      <>
        <RightChartChooser shown={rightKey} />
        <PinMenu />
      </>
    ),
    [rightKey],
  );
  return (
    <div className="explore-workspace" data-narrow={narrow || undefined}>
      {!narrow && <MineralTiles tiles={figures.tiles} />}
      <Headline headline={shown.headline} narrow={narrow} />
      {shown.notes.length > 0 && (
        <p className="explore-notes" title={shown.notes.join(" ")}>
          {shown.notes.join(" ")}
        </p>
      )}
      <div className="explore-charts">
        <ChartCard spec={shown.left} frozen={frozen || replaying} pointer={pointer} region="left-chart" choose={LEFT_CHOICES} singleKeys={singleKeys} />
        <ChartCard
          spec={shown.right}
          frozen={frozen || replaying}
          pointer={pointer}
          yields
          region="right-chart"
          choose={rightChoices}
          singleKeys={singleKeys}
        />
      </div>
      {!narrow && <OutcomeCards cards={figures.cards} shown={shownCard} onShow={showCard} />}
      <Announcement text={shown.announcement} moving={frozen || replaying} />
    </div>
  );
});

/** Says the outcome once a change has settled; while something moves it keeps quiet. */
function Announcement({ text, moving }: { readonly text: string; readonly moving: boolean }) {
  const [said, setSaid] = useState(text);
  if (!moving && said !== text) setSaid(text);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}
