/** The spelling of custom schemes over loopback: app://planner/x is http://planner.app.localhost:PORT/x, one origin per scheme and host. */

/** Set once the loopback server listens. */
let port = 0;
export const setPort = (listening: number): void => void (port = listening);

export interface SchemeHost {
  readonly scheme: string;
  readonly host: string;
}

/** "planner.app.localhost:PORT" → planner of app; null for any other Host header. */
export function parseHost(header: string | undefined): SchemeHost | null {
  const match = /^([a-z0-9-]+)\.([a-z][a-z0-9+-]*)\.localhost:(\d+)$/.exec(header ?? "");
  return match?.[1] !== undefined && match[2] !== undefined && Number(match[3]) === port ? { host: match[1], scheme: match[2] } : null;
}

export function toHttp(url: string): string {
  const { protocol, host, pathname, search, hash } = new URL(url);
  return `http://${host}.${protocol.slice(0, -1)}.localhost:${port}${pathname}${search}${hash}`;
}

/** Back from `toHttp`; the URL of any other server stays what it is. */
export function fromHttp(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const at = parseHost(parsed.host);
  return at === null ? url : `${at.scheme}://${at.host}${parsed.pathname}${parsed.search}${parsed.hash}`;
}
