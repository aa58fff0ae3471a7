import { Cache } from "../cache";
import type { JsonObject } from "../json/value";
import type { AlertKind } from "./alert-kind";
import { catalog, findKind } from "./catalog";
import { contains, intersect, unite, type EventSet } from "./event-set";
import { roleFieldOf } from "./principal";
import type { SampleEvent } from "./sample-event";
import { watchKindName, watchProblems, type Watch } from "./watch";
import {
  eventsBy,
  takesWildcard,
  watchedPrincipal,
  type WatchedPrincipal,
} from "./watched-principal";

const failures = catalog.filter(({ watchedAs }) => watchedAs === "failure");
const signIns = catalog
  .filter(({ watchedAs }) => watchedAs === "sign-in")
  // Rules keep their numbers: those of who was denied come after those of who signed in.
  .sort((a, b) => Number(a.withoutArn ?? false) - Number(b.withoutArn ?? false));

/** Those whom records of a kind can name: without an ARN, users alone. */
function namedIn(
  { withoutArn }: AlertKind,
  who: readonly WatchedPrincipal[],
): readonly WatchedPrincipal[] {
  return withoutArn === true ? who.filter(({ type }) => type === "IAMUser") : who;
}

/** Who acts in the sample of a watch. */
function identityOf(principal: WatchedPrincipal): JsonObject {
  const { type, partition = "{partition}", account, name, isBeginning } = principal;
  const named = isBeginning ? `${name}x` : name;
  const accountId = account ?? "{account}";
  switch (type) {
    case "IAMUser": {
      const arn = `arn:${partition}:iam::${accountId}:user/${named}`;
      return { type, principalId: "AIDAEXAMPLEWATCHED001", arn, accountId, userName: named };
    }
    case "AssumedRole": {
      const [role = "", session = "x"] = named.split("/");
      return {
        type,
        principalId: `AROAEXAMPLEWATCHED001:${session}`,
        arn: `arn:${partition}:sts::${accountId}:assumed-role/${role}/${session}`,
        accountId,
        sessionContext: { sessionIssuer: { type: "Role", userName: role } },
      };
    }
    case "FederatedUser": {
      const arn = `arn:${partition}:sts::${accountId}:federated-user/${named}`;
      return { type, principalId: `${accountId}:${named}`, arn, accountId };
    }
  }
}

/** The sample of a kind, by somebody else. Records of failures have no ARN. */
function sampleBy({ sample, withoutArn }: AlertKind, who: WatchedPrincipal): SampleEvent {
  const { arn, ...identity } = identityOf(who);
  const userIdentity = { ...identity, ...(withoutArn !== true && arn !== undefined && { arn }) };
  return { ...sample, detail: { ...sample.detail, userIdentity } };
}

/** What of a kind a principal does. */
function eventsOf(kind: AlertKind, who: WatchedPrincipal): EventSet {
  return intersect(kind.events, eventsBy(who, roleFieldOf(kind)));
}

/** Wildcards for which EventBridge has room in one pattern. */
const mostWildcards = 3;

/** The principals, divided where a rule has no room for the wildcards that the kind needs. */
function groupsFor(
  { withoutSessionIssuer }: AlertKind,
  who: readonly WatchedPrincipal[],
): readonly (readonly WatchedPrincipal[])[] {
  if (withoutSessionIssuer !== true) return [who];
  const wild = who.filter(takesWildcard);
  const groups = Array.from({ length: Math.ceil(wild.length / mostWildcards) }, (_, i) =>
    wild.slice(i * mostWildcards, (i + 1) * mostWildcards),
  );
  const [first = [], ...rest] = groups;
  return [[...who.filter((each) => !takesWildcard(each)), ...first], ...rest];
}

/** What of some kinds the principals do, by words: kinds with the same headline are one part. */
function partsOf(kinds: readonly AlertKind[], who: readonly WatchedPrincipal[]) {
  const parts = new Map<string, AlertKind>();
  const forwardedAs: AlertKind[] = [];
  for (const kind of kinds) {
    const { headline } = kind.message;
    const { name: wordsOf, message } =
      kinds.find((each) => each.message.headline === headline) ?? kind;
    for (const [i, some] of groupsFor(kind, namedIn(kind, who)).entries()) {
      const events = some.flatMap((each) => eventsOf(kind, each));
      const actor = some.find((each) => eventsOf(kind, each).length > 0);
      if (actor === undefined) continue;
      forwardedAs.push(kind);
      const key = `${i} ${headline}`;
      const part = parts.get(key) ?? { ...kind, sample: sampleBy(kind, actor), events: [] };
      parts.set(key, { ...part, wordsOf, message, events: unite(part.events, events) });
    }
  }
  return { parts: [...parts.values()], forwardedAs: [...new Set(forwardedAs)] };
}

function kindOf(
  name: string,
  title: string,
  { parts, forwardedAs }: ReturnType<typeof partsOf>,
  { severity, note }: Watch,
  who: readonly WatchedPrincipal[],
): readonly AlertKind[] {
  const [first] = parts;
  if (first === undefined) return [];
  const accounts = who.flatMap(({ account }) => account ?? []);
  return [
    {
      name,
      title,
      severity,
      onByDefault: true,
      causedBy: parts.some(({ causedBy }) => causedBy === "anybody") ? "anybody" : "signed-in",
      events: unite(...parts.map(({ events }) => events)),
      parts,
      forwardedAs,
      readOnly: parts.every(({ readOnly }) => readOnly === false) ? false : "unknown",
      recordedIn: "every-region",
      ...(accounts.length === who.length && { accounts: [...new Set(accounts)].sort() }),
      message: first.message,
      ...(note !== undefined && { note }),
      sample: first.sample,
    },
  ];
}

function titleOf(watch: string, outcome?: "failed"): string {
  return outcome === undefined
    ? `Sign-in of a watched principal of ${watch}, or denied by a policy`
    : `Sign-in as a watched user of ${watch} failed`;
}

/** What a kind is, by its name alone; undefined where there is no such kind. */
export function kindTitle(name: string): string | undefined {
  const [, watch, failed] = /^watch-(.+?)(-failed)?$/u.exec(name) ?? [];
  if (watch === undefined) return findKind(name)?.title;
  return titleOf(watch, failed === undefined ? undefined : "failed");
}

function principalsOf({ principals }: Pick<Watch, "principals">): readonly WatchedPrincipal[] {
  return principals.flatMap((text) => watchedPrincipal(text) ?? []);
}

function kindsOfWatch(watch: Watch): readonly AlertKind[] {
  const who = principalsOf(watch);
  const seen = signIns.filter(({ readOnly }) => readOnly !== true || watch.programs !== false);
  const users = who.filter(({ type }) => type === "IAMUser");
  const { name } = watch;
  return [
    ...kindOf(watchKindName(name), titleOf(name), partsOf(seen, who), watch, who),
    ...kindOf(
      watchKindName(name, "failed"),
      titleOf(name, "failed"),
      partsOf(failures, users),
      watch,
      users,
    ),
  ];
}

/** What watches take from a kind. */
function takenFrom(kind: AlertKind, watches: readonly Watch[]): EventSet {
  const { watchedAs, readOnly } = kind;
  if (watchedAs === undefined) return [];
  const seen = watches.filter(({ programs }) => readOnly !== true || programs !== false);
  const who = namedIn(kind, seen.flatMap(principalsOf));
  return unite(who.flatMap((each) => eventsBy(each, roleFieldOf(kind))));
}

// Every check of a configuration asks for the same ones, and patterns are remembered by their sets.
const known = new Cache<readonly AlertKind[]>(100);

/** As {@link catalogWith}, of watches that may be wrong: what means nobody is left out. */
export function kindsWith(watches: readonly Watch[]): readonly AlertKind[] {
  if (watches.length === 0) return catalog;
  return known.get(JSON.stringify(watches), () => [
    ...catalog.map((kind) => {
      const watched = takenFrom(kind, watches);
      return watched.length === 0 ? kind : { ...kind, watched };
    }),
    ...watches.flatMap(kindsOfWatch),
  ]);
}

/**
 * The catalog with watches: its kinds, less what is watched, then a kind or two of each watch, for the routes
 * of a hub. Each sign-in event is of exactly one of them.
 * @throws RangeError for names, notes or principals that cannot be, and for principals that overlap
 */
export function catalogWith(watches: readonly Watch[]): readonly AlertKind[] {
  const problems = watchProblems(watches);
  if (problems.length > 0) throw new RangeError(problems.join("; "));
  return kindsWith(watches);
}

/** Whether an event is of a kind: among its events, and not of a watch. */
export function isOfKind({ events, watched = [] }: AlertKind, event: JsonObject): boolean {
  return contains(events, event) && !contains(watched, event);
}
