/** Preloaded into the main process under test: whoever opens a socket or looks up a name is stopped and reported to the test. */
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";
import { tellParent } from "../stand-in/messages.ts";

function forbid(what: string) {
  return (...args: readonly unknown[]): never => {
    const text = `${what} ${JSON.stringify(args[0])}`;
    tellParent({ kind: "network", what: text });
    throw new Error(`The main process must not reach the network: ${text}`);
  };
}

net.Socket.prototype.connect = forbid("connect");
dgram.Socket.prototype.send = forbid("send");
// A server that listens on an address "looks it up"; an address asks nobody.
const { lookup } = dns;
dns.lookup = ((name: string, ...rest: never[]) =>
  net.isIP(name) === 0 ? forbid("lookup")(name) : (lookup as (...args: unknown[]) => void)(name, ...rest)) as unknown as typeof dns.lookup;
dns.promises.lookup = forbid("lookup");
dns.resolve = forbid("resolve") as unknown as typeof dns.resolve;
