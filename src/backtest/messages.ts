import { shownChannel, type RoutePlan } from "../plan";
import { channelKey } from "../plan/channels";
import type { RecipientCount } from "./backtest-result";

interface Recipient {
  readonly shown: string;
  readonly routes: Set<string>;
  readonly byDay: Map<string, number>;
}

function countOf({ shown, routes, byDay }: Recipient): RecipientCount {
  let [messages, most, first] = [0, 0, ""];
  for (const [day, count] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    messages += count;
    if (count > most) [most, first] = [count, day];
  }
  return { recipient: shown, routes: [...routes].sort(), messages, most, day: first };
}

/** What each recipient would have got: one message for every rule that sends one. */
export class Messages {
  readonly #recipients = new Map<string, Recipient>();

  /** Counts a message of a route. */
  add({ channels, title }: RoutePlan, day: string): void {
    for (const channel of channels) {
      const key = channelKey(channel);
      const recipient = this.#recipients.get(key) ?? {
        shown: shownChannel(channel),
        routes: new Set<string>(),
        byDay: new Map<string, number>(),
      };
      this.#recipients.set(key, recipient);
      recipient.routes.add(title);
      recipient.byDay.set(day, (recipient.byDay.get(day) ?? 0) + 1);
    }
  }

  /** Most messages first. */
  counts(): readonly RecipientCount[] {
    return [...this.#recipients.values()]
      .map(countOf)
      .sort((a, b) => b.messages - a.messages || (a.recipient < b.recipient ? -1 : 1));
  }
}
