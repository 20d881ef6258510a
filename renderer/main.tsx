/** Entry of the window: styles, fonts, and the app on the real model and the real main process. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./styles/tokens.css";
import "./styles/fonts.css";
import "./styles/base.css";
import "./styles/page.css";
import { plannerApi } from "./api.ts";
import { App } from "./app.tsx";
import { holdPlots } from "./charts/first-frame.ts";
import { startPlanner } from "./engine/start-planner.ts";

const FACES = ['600 13px "Libre Franklin Variable"', '600 17px "Source Serif 4 Variable"'];

// They load while the dataset is read. One that cannot be loaded keeps nobody from working.
const faces = Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
holdPlots();
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App api={plannerApi()} faces={faces} start={startPlanner} />
  </StrictMode>,
);
