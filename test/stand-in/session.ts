/** `session.defaultSession`: the handlers the app registers, asked by the windows as Electron would ask them. */
import { EventEmitter } from "node:events";
import { protocol } from "./loopback.ts";
import { unsupported } from "./unsupported.ts";

type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;
type PermissionRequest = (contents: unknown, permission: string, answer: (granted: boolean) => void, details: object) => void;
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  answer: (r: { cancel?: boolean }) => void,
) => void;

const handlers: { check: PermissionCheck | null; request: PermissionRequest | null; beforeRequest: BeforeRequest | null } = {
  check: null,
  request: null,
  beforeRequest: null,
};

class Session extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = unsupported("webRequest", { onBeforeRequest: (listener: BeforeRequest | null): void => void (handlers.beforeRequest = listener) });
  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    handlers.request = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    handlers.check = handler;
  }
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}
}
const defaultSession = unsupported("session", new Session());
export const session = { defaultSession };

/** As in Electron, what nobody forbids is granted. Both handlers must agree, because a page may query or ask. */
export function isGranted(permission: string, origin: string): boolean {
  let asked = true;
  handlers.request?.(null, permission, (granted) => void (asked = granted), { requestingUrl: origin, isMainFrame: true });
  return asked && (handlers.check?.(null, permission, origin, {}) ?? true);
}

/** Whether the app lets a request for `url` (in its own spelling) go out. */
export function mayRequest(url: string, method: string, resourceType: string): Promise<boolean> {
  const { beforeRequest } = handlers;
  if (beforeRequest === null) return Promise.resolve(true);
  return new Promise((resolve) => beforeRequest({ url, method, resourceType }, ({ cancel }) => resolve(cancel !== true)));
}
