/** The way from screen to screen. */
import { usePlanner, useSession } from "../../state/planner.ts";
import { screens } from "./screens.tsx";
import "./rail.css";

export function Rail() {
  const { commands } = usePlanner();
  const current = useSession((state) => state.screen);
  return (
    <nav className="rail" aria-label="Screens" data-region>
      {screens.map(({ id, label, icon: Icon, command }) => (
        <button type="button" key={id} className="rail-item" aria-current={id === current ? "page" : undefined} onClick={() => commands.run(command)}>
          <Icon size={20} aria-hidden />
          {label}
        </button>
      ))}
    </nav>
  );
}
