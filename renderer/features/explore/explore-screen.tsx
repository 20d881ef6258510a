/** Explore: levers at the left; tiles, one large number, two linked charts and six outcomes at the right. A lever's details open between them. */
import { memo, useCallback, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { choiceKey } from "../../../shared/view/explore/related-indicators.ts";
import type { CardView } from "../../../shared/view/explore/explore-types.ts";
import type { LeverStudy } from "../../../shared/view/effect/lever-study.ts";
import type { LeverWords } from "../../../shared/view/effect/lever-words.ts";
import { ChartCard } from "../../charts/chart-card.tsx";
import { createYearPointer } from "../../charts/year-pointer.ts";
import type { YearPointer } from "../../charts/year-pointer.ts";
import { useDataset, useResult, useSession, useSettings, useView } from "../../state/planner.ts";
import { PinMenu } from "../pins/pin-menu.tsx";
import { MineralWall } from "../wall/mineral-wall.tsx";
import { BreakExplanation } from "./charts/break-explanation.tsx";
import { ChartMeaning } from "./charts/chart-meaning.tsx";
import { Headline } from "./outcome/headline.tsx";
import { LeftChartChooser } from "./charts/left-chart-chooser.tsx";
import { LeverDetail } from "./levers/lever-detail.tsx";
import { LeverPanel } from "./levers/lever-panel.tsx";
import { MineralTiles } from "./charts/mineral-tiles.tsx";
import { OutcomeCards } from "./outcome/outcome-cards.tsx";
import { RightChartChooser } from "./charts/right-chart-chooser.tsx";
import { useCards, useExploreView, useRightView, useTiles } from "./use-explore-view.ts";
import { useLeverStudy } from "./levers/use-lever-study.ts";
import { useLeverWords } from "./levers/use-lever-words.ts";
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

const WHY_THE_BREAK = <BreakExplanation />;

/** Renders nothing while a lever moves: each part follows at its own pace. */
const Workspace = memo(function Workspace({ study }: { readonly study: LeverStudy | null }) {
  const narrow = useSession((state) => state.detailLever !== null);
  const [pointer] = useState(createYearPointer);
  return (
    <div className="page explore-workspace" data-narrow={narrow || undefined}>
      {!narrow && <Tiles />}
      <Outcome study={study} narrow={narrow} pointer={pointer}>
        <RightChart pointer={pointer} />
      </Outcome>
      {!narrow && <Cards />}
    </div>
  );
});

const Tiles = () => <MineralTiles tiles={useTiles()} />;

interface OutcomeProps {
  readonly study: LeverStudy | null;
  readonly narrow: boolean;
  readonly pointer: YearPointer;
  /** What stands beside the left chart. */
  readonly children: ReactNode;
}

/** What follows a moving lever in every frame: the large number and the left chart. */
function Outcome({ study, narrow, pointer, children }: OutcomeProps) {
  const { headline, left, notes, announcement } = useExploreView(study);
  const moving = useResult((state) => state.frozen || state.replaying);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  return (
    <>
      <Headline headline={headline} narrow={narrow} />
      {notes.length > 0 && (
        <p className="explore-notes" title={notes.join(" ")}>
          {notes.join(" ")}
        </p>
      )}
      <div className="explore-charts">
        <ChartCard
          spec={left}
          frozen={moving}
          pointer={pointer}
          region="left-chart"
          choose={LEFT_CHOICES}
          explain={left.history?.follows === "parted" ? WHY_THE_BREAK : undefined}
          singleKeys={singleKeys}
        />
        {children}
      </div>
      <Announcement text={announcement} moving={moving} />
    </>
  );
}

const RightChart = memo(function RightChart({ pointer }: { readonly pointer: YearPointer }) {
  const { right, rightIndicator } = useRightView();
  const moving = useResult((state) => state.frozen || state.replaying);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const key = choiceKey(rightIndicator);
  const choose = useMemo(
    () => (
      <>
        <RightChartChooser shown={key} />
        <PinMenu />
      </>
    ),
    [key],
  );
  return (
    <ChartCard
      spec={right}
      frozen={moving}
      pointer={pointer}
      region="right-chart"
      choose={choose}
      explain={<ChartMeaning choice={rightIndicator} />}
      singleKeys={singleKeys}
    />
  );
});

const Cards = memo(function Cards() {
  const view = useView();
  const { cards, rightIndicator } = useCards();
  const key = choiceKey(rightIndicator);
  const show = useCallback((card: CardView) => view.setRightIndicator(card.shows), [view]);
  return <OutcomeCards cards={cards} shown={cards.find((card) => choiceKey(card.shows) === key)?.id ?? null} onShow={show} />;
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
