/** Three hints of a first start over a worked example. Hidden once, they are hidden for good. */
import { Lightbulb } from "lucide-react";
import { usePlanner, useSession, useSettings } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import "../../ui/banner.css";
import "./first-hints.css";

const HINTS = [
  "A worked example: drag a lever. Why it may act late stands below the list.",
  "Choose a mineral in the row of tiles, a year and a target beside the large number.",
  "Save keeps a revision. Undo takes back any step; Ctrl+K finds everything.",
] as const;

export function FirstHints() {
  const { scenarios, hideHints } = usePlanner();
  const shown = useSettings((state) => state.settings.hints);
  const screen = useSession((state) => state.screen);
  if (!shown || screen !== "explore") return null;
  const startPlain = (): void => void scenarios.newScenario().then((done) => done && hideHints());
  return (
    <section className="banner first-hints" aria-label="Hints to begin with">
      <Lightbulb size={16} aria-hidden />
      <ol>
        {HINTS.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <Button size="small" onPress={startPlain}>
        Start from status quo
      </Button>
      <Button size="small" variant="primary" onPress={hideHints}>
        Hide for good
      </Button>
    </section>
  );
}
