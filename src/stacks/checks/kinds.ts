import { globalRegion } from "../../aws";
import { DEFAULT_PATTERN_LENGTH, patternLength } from "../../aws/eventbridge";
import { forwarderPattern } from "../../catalog";
import type { ConfigurationDraft } from "../../config/draft";
import type { Problem } from "../../config/problem";
import { enabledKinds } from "../../plan/kinds";
import { partitionOf } from "./partition";

/** Kinds that are on though the trail cannot deliver their events. */
function checkReadEvents(props: ConfigurationDraft): readonly Problem[] {
  if (props.trail?.type !== "existing" || props.trail.logsReadEvents === true) return [];
  return enabledKinds(props)
    .filter(({ readOnly }) => readOnly === true)
    .map(({ name }) => ({
      path: ["kinds", name],
      value: props.kinds?.[name],
      problem: `${name} is made of events that only read, and the existing trail does not log those`,
      allowed: "off, or a trail that logs management events Read and Write",
      fix: `say trail.logsReadEvents: true if the trail logs them, or kinds: { ${name}: off }`,
    }));
}

/** Kinds that are on though no account is covered where their events are recorded. */
function checkRecordingRegion(props: ConfigurationDraft): readonly Problem[] {
  const home = globalRegion(partitionOf(props));
  const covers = (list: readonly (string | undefined)[] | undefined): boolean =>
    // Without a list the account is covered everywhere; an entry that could not be read may be any.
    list === undefined || list.includes(home) || list.includes(undefined);
  const lists = (props.accounts ?? []).map((account) => account?.regions ?? props.regions);
  if (lists.length === 0 || lists.some(covers)) return [];
  return enabledKinds(props)
    .filter(({ recordedIn }) => recordedIn === "global-region")
    .map(({ name }) => ({
      path: ["kinds", name],
      value: props.kinds?.[name],
      problem: `events of ${name} are delivered in ${home} only, where no account is covered`,
      allowed: `off, or regions with ${home}`,
      fix: `add ${home} to regions, or say kinds: { ${name}: off }`,
    }));
}

function checkPatternLength(props: ConfigurationDraft): readonly Problem[] {
  const enabled = enabledKinds(props);
  const length = patternLength(forwarderPattern(enabled));
  if (length <= DEFAULT_PATTERN_LENGTH) return [];
  return [
    {
      path: ["kinds"],
      value: props.kinds,
      problem: `the pattern for ${enabled.map(({ name }) => name).join(", ")} would have ${length} characters`,
      allowed: `at most ${DEFAULT_PATTERN_LENGTH} characters, the limit of EventBridge`,
      fix: "switch a kind on or off so that the mixture becomes simpler",
    },
  ];
}

/** Kinds that are switched on though no route tells of them. */
function checkRouted({ kinds = {}, routes }: ConfigurationDraft): readonly Problem[] {
  if (!routes || routes.some((route) => route?.kinds === undefined)) return [];
  const routed = routes.flatMap((route) => route?.kinds ?? []);
  return Object.entries(kinds)
    .filter(([name, choice]) => choice !== undefined && choice !== "off" && !routed.includes(name))
    .map(([name, choice]) => ({
      path: ["kinds", name],
      value: choice,
      problem: `${name} is on, but no route tells of it`,
      allowed: "off, or a route that names it",
      fix: `add ${name} to the kinds of a route`,
    }));
}

function checkAnyOn(props: ConfigurationDraft): readonly Problem[] {
  if (enabledKinds(props).length > 0) return [];
  return [
    {
      path: ["kinds"],
      value: props.kinds,
      problem: "every alert kind is off",
      allowed: "at least one kind that is on",
      fix: "switch on what you want to be told of",
    },
  ];
}

/** Which kinds are on, and whether their events can arrive. */
export function checkKinds(props: ConfigurationDraft): readonly Problem[] {
  const noneOn = checkAnyOn(props);
  if (noneOn.length > 0) return noneOn;
  return [
    ...checkReadEvents(props),
    ...checkRouted(props),
    ...checkRecordingRegion(props),
    ...checkPatternLength(props),
  ];
}
