/** What the stand-in tells the process that started it, and what that process may ask of it (child-process messages). */

export type ToParent =
  | { readonly kind: "window"; readonly id: number; readonly address: string; readonly open: string }
  | { readonly kind: "loaded"; readonly id: number }
  | { readonly kind: "dialog"; readonly method: string; readonly options: unknown; readonly answer: unknown }
  | { readonly kind: "shell"; readonly method: string; readonly target: string }
  | { readonly kind: "request"; readonly url: string; readonly allowed: boolean }
  | { readonly kind: "csp-violation"; readonly directive: string; readonly blocked: string }
  | { readonly kind: "page-error"; readonly text: string }
  | { readonly kind: "network"; readonly what: string }
  /** An answer to a dialog lies ready. */
  | { readonly kind: "ready-to-answer"; readonly method: string };

export type FromParent =
  /** The answer of the next dialog of that method; without one a dialog is cancelled. */
  | { readonly kind: "answer"; readonly method: string; readonly answer: unknown }
  /** Click the menu item of that id. */
  | { readonly kind: "menu"; readonly id: string }
  | { readonly kind: "power"; readonly event: "suspend" | "resume" | "shutdown" | "lock-screen" | "unlock-screen" }
  /** What `webUtils.getPathForFile` answers for a file of that name in the page. */
  | { readonly kind: "file-path"; readonly name: string; readonly path: string }
  /** macOS: somebody has double-clicked a file of the app's. */
  | { readonly kind: "open-file"; readonly path: string }
  | { readonly kind: "quit" };

export function tellParent(message: ToParent): void {
  process.send?.(message);
}

const listeners: ((message: FromParent) => void)[] = [];
process.on("message", (message: FromParent) => {
  for (const listener of listeners) listener(message);
});

export function onParent<K extends FromParent["kind"]>(kind: K, run: (message: Extract<FromParent, { kind: K }>) => void): void {
  listeners.push((message) => {
    if (message.kind === kind) run(message as Extract<FromParent, { kind: K }>);
  });
}
