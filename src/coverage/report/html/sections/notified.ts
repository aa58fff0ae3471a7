import { findKind } from "../../../../catalog";
import type { CoverageReport } from "../../../coverage-report";
import { counted, countedAccounts } from "../../wording";
import { escaped, list, section } from "../markup";
import type { PageData } from "../page/data";
import { audiencesOf } from "../page/notified";
import { kindList } from "./kinds";

/** One topic with its recipients: for each kind, the indices of the accounts. */
interface Route {
  readonly topic: string;
  readonly recipients: readonly string[];
  readonly accounts: Map<number, number[]>;
}

function routesOf(data: PageData): readonly Route[] {
  const routes = new Map<string, Route>();
  data.accounts.forEach((_, a) => {
    for (const { topic, recipients, kinds } of audiencesOf(data, a)) {
      const key = JSON.stringify([topic, recipients]);
      const route = routes.get(key) ?? { topic, recipients, accounts: new Map<number, number[]>() };
      routes.set(key, route);
      for (const k of kinds) route.accounts.set(k, [...(route.accounts.get(k) ?? []), a]);
    }
  });
  return [...routes.values()];
}

/** Kinds that a route takes in the same accounts. */
function alike({ accounts }: Route): readonly { kinds: number[]; accounts: readonly number[] }[] {
  const groups = new Map<string, { kinds: number[]; accounts: readonly number[] }>();
  for (const [kind, where] of accounts) {
    const key = where.join();
    const group = groups.get(key) ?? { kinds: [], accounts: where };
    groups.set(key, group);
    group.kinds.push(kind);
  }
  return [...groups.values()];
}

/** Whether it is the part of a route with what anybody can cause, beside the part with the rest. */
function isOpenHalf(data: PageData, route: Route, routes: readonly Route[]): boolean {
  const recipients = route.recipients.join();
  const isOpen = ({ accounts }: Route) =>
    [...accounts.keys()].every((k) => findKind(data.kinds[k]?.name ?? "")?.causedBy === "anybody");
  return (
    isOpen(route) &&
    routes.some((other) => other.recipients.join() === recipients && !isOpen(other))
  );
}

function accountsText(data: PageData, accounts: readonly number[]): string {
  if (accounts.length === data.accounts.length) {
    return `in ${accounts.length === 1 ? "the account" : `all ${countedAccounts(data.accounts)}`}`;
  }
  const places = accounts.flatMap((a) => data.accounts[a] ?? []);
  const names = places.map(({ id, name }) => `${escaped(name)} <code>${escaped(id)}</code>`.trim());
  const all = list(names, "accounts");
  if (names.length <= 12) return `in ${countedAccounts(places)}:${all}`;
  return `<details><summary>in ${countedAccounts(places)}</summary>${all}</details>`;
}

/** Who would be notified of what, route by route, as the traces show it. */
export function notifiedSection(report: CoverageReport, data: PageData): string {
  const names = new Map(report.routes.map(({ name, topicArn }) => [topicArn, name]));
  const routes = routesOf(data);
  const cards = routes.map((route) => {
    const { topic, recipients } = route;
    const name = names.get(topic) ?? topic.split(":").at(-1) ?? topic;
    const people = recipients.map((recipient) => `<strong>${escaped(recipient)}</strong>`);
    const groups = alike(route).map(
      ({ kinds, accounts }) =>
        `<div class="told"><p>${counted(kinds.length, "kind")} ${accountsText(data, accounts)}</p>${kindList(
          kinds.flatMap((k) => data.kinds[k]?.name ?? []),
        )}</div>`,
    );
    return `<h3>${escaped(name)}</h3>
${list(people, "people") || "<p>No recipient.</p>"}
<p class="soft">through <code>${escaped(topic)}</code></p>
${isOpenHalf(data, route, routes) ? `<p class="soft">Kinds that anybody can cause. They have a topic of their own, so that a flood of them does not silence the other.</p>\n` : ""}${groups.join("\n")}`;
  });
  return section(
    "notified",
    "Who is notified of what",
    list(cards, "cards") || "<p>No recipient is notified of anything.</p>",
  );
}
