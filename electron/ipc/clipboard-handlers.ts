/** The system's clipboard, for what the page has no permission to put there itself. */
import { err, ok } from "../../shared/result.ts";
import type { Handlers } from "./register.ts";

/** Rejects when the system does not take the picture. */
export type WritePicture = (png: Uint8Array) => Promise<void>;

export const clipboardHandlers = (writePicture: WritePicture): Pick<Handlers, "clipboard:write-image"> => ({
  "clipboard:write-image": async ({ png }) => {
    try {
      await writePicture(png);
      return ok(null);
    } catch {
      return err({ code: "clipboard-unavailable" });
    }
  },
});
