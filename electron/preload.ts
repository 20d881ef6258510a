/** Puts `window.planner` on the page: typed channel names in, plain values out. No Electron object and no event ever reaches the page. */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import {
  channels,
  COMMAND_EVENT,
  FILES_EVENT,
  FLUSH_EVENT,
  FLUSHED_EVENT,
  type Channel,
  type Input,
  type PlannerApi,
  type Reply,
  type Unwritten,
} from "../shared/ipc/channels.ts";
import { askAhead } from "./ask-ahead.ts";

const ask = askAhead((channel, input) => ipcRenderer.invoke(channel, input), ["app:boot", "dataset:load", "scenario:open-last"]);
const known: ReadonlySet<string> = new Set(channels);
let flush: (() => Promise<Unwritten | null>) | null = null;

async function answerFlush(): Promise<void> {
  let unwritten: Unwritten | null = null;
  try {
    unwritten = (await flush?.()) ?? null;
  } catch {
    // The page has shown what failed; closing must not wait for it.
  }
  ipcRenderer.send(FLUSHED_EVENT, unwritten);
}
ipcRenderer.on(FLUSH_EVENT, () => void answerFlush());

const planner: PlannerApi = {
  invoke: <C extends Channel>(channel: C, input: Input<C>): Promise<Reply<C>> =>
    known.has(channel) ? (ask(channel, input) as Promise<Reply<C>>) : Promise.reject(new Error(`no such channel: ${String(channel)}`)),
  onCommand: (run) => {
    const listener = (_event: unknown, command: string): void => run(command);
    ipcRenderer.on(COMMAND_EVENT, listener);
    return () => void ipcRenderer.off(COMMAND_EVENT, listener);
  },
  onFiles: (run) => {
    const listener = (): void => run();
    ipcRenderer.on(FILES_EVENT, listener);
    return () => void ipcRenderer.off(FILES_EVENT, listener);
  },
  pathOfFile: (file) => webUtils.getPathForFile(file),
  onFlush: (write) => {
    flush = write;
    return () => {
      if (flush === write) flush = null;
    };
  },
};

contextBridge.exposeInMainWorld("planner", planner);
