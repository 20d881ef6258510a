/** What belongs to the desktop around the app: dialogs, shell, clipboard, screens, theme, power. Nothing is shown; the parent process hears of it. */
import { EventEmitter } from "node:events";
import { onParent, tellParent } from "./messages.ts";
import { screenSettings } from "./screen-settings.ts";
import { unsupported } from "./unsupported.ts";

const scripted: { readonly method: string; readonly answer: unknown }[] = [];
onParent("answer", (message) => {
  scripted.push(message);
  tellParent({ kind: "ready-to-answer", method: message.method });
});

/** The next scripted answer, else what a person answers who closes the dialog. */
function ask(method: string, closed: unknown) {
  return async (...args: readonly unknown[]): Promise<unknown> => {
    const at = scripted.findIndex((script) => script.method === method);
    const answer = at === -1 ? closed : scripted.splice(at, 1)[0]?.answer;
    tellParent({ kind: "dialog", method, options: JSON.parse(JSON.stringify(args.at(-1) ?? {})), answer });
    return answer;
  };
}

export const dialog = unsupported("dialog", {
  showOpenDialog: ask("showOpenDialog", { canceled: true, filePaths: [] }),
  showSaveDialog: ask("showSaveDialog", { canceled: true, filePath: "" }),
  showMessageBox: ask("showMessageBox", { response: 0, checkboxChecked: false }),
  showErrorBox: (title: string, content: string): void => {
    tellParent({ kind: "dialog", method: "showErrorBox", options: { title, content }, answer: null });
    console.error(`${title}: ${content}`);
  },
});

export const shell = unsupported("shell", {
  openPath: async (target: string): Promise<string> => {
    tellParent({ kind: "shell", method: "openPath", target });
    return "";
  },
  showItemInFolder: (target: string): void => tellParent({ kind: "shell", method: "showItemInFolder", target }),
});

/** What `clipboard.write` takes; its payloads are Blobs, text or promises of them. */
export class ClipboardItem {
  readonly types: string[];
  readonly #items: Readonly<Record<string, unknown>>;
  constructor(items: Readonly<Record<string, unknown>>) {
    this.#items = items;
    this.types = Object.keys(items);
  }
  async getType(type: string): Promise<Blob> {
    if (!Object.hasOwn(this.#items, type)) throw new Error(`The clipboard item holds no ${type}`);
    const item = await this.#items[type];
    return item instanceof Blob ? item : new Blob([String(item)], { type });
  }
}

let clipboardText = "";
export const clipboard = unsupported("clipboard", {
  readText: async (): Promise<string> => clipboardText,
  writeText: async (text: string): Promise<void> => {
    clipboardText = text;
    tellParent({ kind: "shell", method: "clipboard.writeText", target: text });
  },
  write: async (items: readonly ClipboardItem[]): Promise<void> => {
    for (const item of items) {
      for (const type of item.types) {
        const bytes = Buffer.from(await (await item.getType(type)).arrayBuffer());
        tellParent({ kind: "shell", method: "clipboard.write", target: `data:${type};base64,${bytes.toString("base64")}` });
      }
    }
  },
});

const area = { x: 0, y: 0, width: screenSettings.width ?? 1920, height: screenSettings.height ?? 1080 };
const display = { id: 1, scaleFactor: 1, bounds: area, workArea: area, workAreaSize: { width: area.width, height: area.height } };
export const screen = unsupported(
  "screen",
  Object.assign(new EventEmitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display], getDisplayMatching: () => display }),
);

class NativeTheme extends EventEmitter {
  #source: "system" | "light" | "dark" = "system";
  get themeSource(): "system" | "light" | "dark" {
    return this.#source;
  }
  set themeSource(source) {
    this.#source = source;
    this.emit("updated");
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === "dark" || (this.#source === "system" && screenSettings.colorScheme === "dark");
  }
}
export const nativeTheme = new NativeTheme();

export const powerMonitor = unsupported("powerMonitor", new EventEmitter());
onParent("power", ({ event }) => void powerMonitor.emit(event));
