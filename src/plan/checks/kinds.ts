import { globalRegion, routesAcrossRegions } from "../../aws";
import { DEFAULT_PATTERN_LENGTH, patternLength } from "../../aws/eventbridge";
import { forwarderPattern, needsReadEvents } from "../../catalog";
import { listed } from "../../config/lists";
import { enabledKinds, isSwitchedOn } from "../kinds";
import type { Check } from "./checked";

const checkAnyOn: Check = ({ draft }) =>
  enabledKinds(draft).length > 0
    ? []
    : [
        {
          path: ["kinds"],
          value: draft.kinds,
          problem: "every alert kind is off",
          allowed: "at least one kind that is on",
          fix: "switch on what you want to be notified of",
        },
      ];

/** Kinds that are on though the trail cannot deliver their events. */
const checkReadEvents: Check = ({ draft: { kinds, trail } }) =>
  trail?.type !== "existing" || trail.logsReadEvents === true
    ? []
    : enabledKinds({ kinds })
        .filter(({ readOnly }) => readOnly === true)
        .map(({ name }) => ({
          path: ["kinds", name],
          value: kinds?.[name],
          problem: `${name} consists of read-only events, which the existing trail does not log`,
          allowed: "off, or a trail that logs management events Read and Write",
          fix: `set trail.logsReadEvents: true if the trail logs them, or kinds: { ${name}: off }`,
        }));

/** A trail that is told not to log read-only events, of which kinds that are on consist. */
const checkReadEventsRefused: Check = ({ draft: { trail }, plan, knows }) => {
  if (!trail || !("logReadEvents" in trail) || trail.logReadEvents !== false) return [];
  const needed = plan.kinds.filter(needsReadEvents).map(({ name }) => name);
  if (needed.length === 0 || !knows("kinds", "watch")) return [];
  return [
    {
      path: ["trail", "logReadEvents"],
      value: false,
      problem: `${listed(needed)} would not be seen: read-only events are part of it, and this keeps them out of the trail`,
      allowed: "true, or no such key",
      fix: "remove the key, or switch these kinds off: a watch by programs: false",
      edits: [{ path: ["trail", "logReadEvents"], remove: true }],
    },
  ];
};

/** Kinds that are on though no account is covered where their events are recorded. */
const checkRecordingRegion: Check = ({ draft: { kinds }, plan, knows }) => {
  const home = globalRegion(plan.partition);
  const isCovered = plan.accounts.some(({ regions }) => regions.includes(home));
  if (isCovered || plan.accounts.length === 0 || !knows("accounts", "regions")) return [];
  return enabledKinds({ kinds })
    .filter(({ recordedIn }) => recordedIn === "global-region")
    .map(({ name }) => ({
      path: ["kinds", name],
      value: kinds?.[name],
      problem: `events of ${name} are delivered in ${home} only, where no account is covered`,
      ...(routesAcrossRegions(plan.partition)
        ? {
            allowed: `off, or regions with ${home}`,
            fix: `add ${home} to the regions of an account, or set kinds: { ${name}: off }`,
          }
        : {
            allowed: `off, or a hub in ${home}`,
            fix: `set kinds: { ${name}: off }, and be notified of it by a hub in ${home}`,
            edits: [{ path: ["kinds", name], set: "off" }],
          }),
    }));
};

const checkPatternLength: Check = ({ draft }) => {
  const enabled = enabledKinds(draft);
  const length = enabled.length === 0 ? 0 : patternLength(forwarderPattern(enabled));
  if (length <= DEFAULT_PATTERN_LENGTH) return [];
  return [
    {
      path: ["kinds"],
      value: draft.kinds,
      problem: `the pattern for ${enabled.map(({ name }) => name).join(", ")} would have ${length} characters`,
      allowed: `at most ${DEFAULT_PATTERN_LENGTH} characters, the limit of EventBridge`,
      fix: "switch a kind on or off so that the pattern becomes simpler",
    },
  ];
};

/** Kinds that are switched on though no route notifies of them. */
const checkRouted: Check = ({ draft: { kinds = {}, routes, acceptUnrouted = [] } }) => {
  if (!routes || routes.some((route) => route?.kinds === undefined)) return [];
  // What is accepted by name need not be routed.
  const routed = [...routes, ...acceptUnrouted].flatMap((each) => each?.kinds ?? []);
  return Object.entries(kinds)
    .filter(([name, choice]) => isSwitchedOn(choice) && !routed.includes(name))
    .map(([name, choice]) => ({
      path: ["kinds", name],
      value: choice,
      problem: `${name} is on, but no route notifies of it`,
      allowed: "off, a route that names it, or an entry of acceptUnrouted",
      fix: `add ${name} to the kinds of a route`,
      edits: [{ path: ["routes", 0, "kinds", routes[0]?.kinds?.length ?? 0], set: name }],
    }));
};

/** Which kinds are on, and whether their events can arrive. */
export const kindChecks: readonly Check[] = [
  checkAnyOn,
  checkReadEvents,
  checkReadEventsRefused,
  checkRouted,
  checkRecordingRegion,
  checkPatternLength,
];
