/** The handlers of an app that cannot start: every channel answers the same error, so that nothing half-loaded is ever shown. */
import { type Channel, channels, type Reply } from "../../shared/ipc/channels.ts";
import type { AppError } from "../../shared/errors/app-error.ts";
import { err } from "../../shared/result.ts";
import type { Handlers } from "./register.ts";

export function refusingHandlers(error: AppError): Handlers {
  const refuse = (): Reply<Channel> => err(error);
  return Object.fromEntries(channels.map((channel) => [channel, refuse])) as unknown as Handlers;
}
