/** Which senders the main process listens to: the main frame of a window that it opened itself, showing the app's own origin. */
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from "electron";
import { ORIGIN } from "./protocol.ts";

export interface SenderTrust {
  /** From now on messages of `contents` are listened to, until it is destroyed. */
  readonly admit: (contents: Pick<WebContents, "id" | "once">) => void;
  readonly isTrusted: (event: Pick<IpcMainInvokeEvent | IpcMainEvent, "sender" | "senderFrame">) => boolean;
}

export function createSenderTrust(): SenderTrust {
  const admitted = new Set<number>();
  return {
    admit: (contents) => {
      const { id } = contents;
      admitted.add(id);
      contents.once("destroyed", () => admitted.delete(id));
    },
    // `senderFrame` is null once the frame is gone; an about:blank child reports its parent's origin, hence the test for the main frame.
    isTrusted: ({ sender, senderFrame }) => senderFrame !== null && senderFrame.origin === ORIGIN && senderFrame.parent === null && admitted.has(sender.id),
  };
}
