/** Asks what every start needs before the page's own script is there. */
import type { Channel } from "../shared/ipc/channels.ts";

type Ask = (channel: Channel, input: unknown) => Promise<unknown>;

/** Sends `ahead`, messages without input, at once. The first question for each of them gets that answer, later ones are asked anew. */
export function askAhead(ask: Ask, ahead: readonly Channel[]): Ask {
  const begun = new Map(ahead.map((channel) => [channel, ask(channel, null)]));
  for (const answer of begun.values()) answer.catch(() => {}); // whoever asks is told
  return (channel, input) => {
    const answer = begun.get(channel);
    begun.delete(channel);
    return answer ?? ask(channel, input);
  };
}
