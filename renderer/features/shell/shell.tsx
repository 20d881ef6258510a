/** The frame around every screen, and what stands in its place until it was told what happened to the database. */
import { useSession } from "../../state/planner.ts";
import { DropZone } from "../files/drop-zone.tsx";
import { RecoveryScreen } from "../recovery/recovery-screen.tsx";
import { Banners } from "./banners.tsx";
import { Dialogs } from "./dialogs.tsx";
import { Rail } from "./rail.tsx";
import { screens } from "./screens.tsx";
import { StatusBar } from "./status-bar.tsx";
import { TitleBar } from "./title-bar.tsx";
import { Toasts } from "./toasts.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useKeyboard } from "./use-keyboard.ts";
import { useTheme } from "./use-theme.ts";
import "../../ui/field.css";
import "./shell.css";

export function Shell() {
  const recovery = useSession((state) => state.recovery);
  return recovery ? <RecoveryScreen /> : <Frame />;
}

function Frame() {
  useTheme();
  useKeyboard();
  useKeptFocus();
  const current = useSession((state) => state.screen);
  const Screen = screens.find(({ id }) => id === current)!.component;
  return (
    <div className="shell">
      <TitleBar />
      <Rail />
      <main className="shell-main">
        <Banners />
        <div className="shell-screen">
          <Screen />
        </div>
      </main>
      <StatusBar />
      <Toasts />
      <Dialogs />
      <DropZone />
    </div>
  );
}
