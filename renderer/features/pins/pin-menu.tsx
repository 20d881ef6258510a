/** The pin on a chart: which scenarios stay on it for comparison, one more, or one less. */
import { Pin, X } from "lucide-react";
import { memo } from "react";
import type { CSSProperties } from "react";
import { DialogTrigger } from "react-aria-components";
import { MOST_PINS } from "../../../shared/view/explore/pins.ts";
import { usePlanner, useSession, useView } from "../../state/planner.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { PopoverDialog } from "../../ui/popover-dialog.tsx";
import { pinScenario } from "./pin-scenario.ts";
import "./pin-menu.css";

export const PinMenu = memo(function PinMenu() {
  const planner = usePlanner();
  const view = useView();
  const pins = useSession((state) => state.pins);
  const isFull = pins.length >= MOST_PINS;
  return (
    <DialogTrigger>
      <IconButton icon={Pin} size={15} label={pins.length === 0 ? "Pinned scenarios" : `Pinned scenarios, ${pins.length}`} />
      <PopoverDialog title="Pinned scenarios" className="pin-menu" placement="bottom end">
        {pins.length === 0 && <p>The line of a pinned scenario stays on the charts while levers move on.</p>}
        {pins.length > 0 && (
          <ul>
            {pins.map(({ id, name, colour }) => (
              <li key={id} style={{ "--pin": `var(${colour})` } as CSSProperties}>
                <span className="pin-menu-name">{name}</span>
                <IconButton icon={X} size={14} label={`Remove ${name} from the charts`} onPress={() => view.setPins(pins.filter((pin) => pin.id !== id))} />
              </li>
            ))}
          </ul>
        )}
        <div className="pin-menu-actions">
          <Button size="small" icon={Pin} isDisabled={isFull} onPress={() => pinScenario(planner)}>
            Pin this scenario
          </Button>
          {pins.length > 1 && (
            <Button size="small" variant="quiet" onPress={() => view.setPins([])}>
              Remove all
            </Button>
          )}
        </div>
        {isFull && <p>{MOST_PINS} is as many as can be told apart. Remove one to pin another.</p>}
      </PopoverDialog>
    </DialogTrigger>
  );
});
