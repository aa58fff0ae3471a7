import { placedText, type TextPlace } from "../../place-free-text";
import type { OutlookData, PageData } from "./data";

/** Recipients of one topic, and what they would be notified of. */
export interface Audience {
  readonly topic: string;
  readonly recipients: readonly string[];
  /** Indices of kinds, sorted. */
  readonly kinds: readonly number[];
}

/** The same as indices of texts that are without their place. */
interface PlaceFreeAudience {
  readonly topic: number;
  readonly recipients: readonly number[];
  readonly kinds: readonly number[];
}

const known = new WeakMap<OutlookData, readonly PlaceFreeAudience[]>();

function placeFreeAudiences(data: PageData, outlook: OutlookData): readonly PlaceFreeAudience[] {
  const before = known.get(outlook);
  if (before) return before;
  const audiences = new Map<string, PlaceFreeAudience & { readonly kinds: number[] }>();
  outlook.traces.forEach((trace, kind) => {
    for (const { deliveries } of data.traces[trace]?.messages ?? []) {
      for (const { topic, recipients } of deliveries) {
        const key = [topic, ...recipients].join();
        const audience = audiences.get(key) ?? { topic, recipients, kinds: [] };
        audiences.set(key, audience);
        if (audience.kinds.at(-1) !== kind) audience.kinds.push(kind);
      }
    }
  });
  const found = [...audiences.values()];
  known.set(outlook, found);
  return found;
}

/** Who would be notified of what happens in an account, in any of its regions. */
export function audiencesOf(data: PageData, a: number): readonly Audience[] {
  const audiences = new Map<string, { topic: string; recipients: string[]; kinds: Set<number> }>();
  const account = data.accounts[a]?.id ?? "";
  const said = (index: number, place: TextPlace) => placedText(data.strings[index] ?? "", place);
  data.places[a]?.forEach((index, r) => {
    const outlook = data.outlooks[index];
    if (!outlook) return;
    const place = { account, region: data.regions[r] ?? "" };
    for (const each of placeFreeAudiences(data, outlook)) {
      const topic = said(each.topic, place);
      const recipients = each.recipients.map((recipient) => said(recipient, place));
      const key = JSON.stringify([topic, recipients]);
      const audience = audiences.get(key) ?? { topic, recipients, kinds: new Set<number>() };
      audiences.set(key, audience);
      for (const kind of each.kinds) audience.kinds.add(kind);
    }
  });
  return [...audiences.values()].map(({ kinds, ...others }) => ({
    ...others,
    kinds: [...kinds].sort((one, other) => one - other),
  }));
}
