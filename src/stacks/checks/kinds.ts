import { globalRegion } from "../../aws";
import { DEFAULT_PATTERN_LENGTH, patternLength } from "../../aws/eventbridge";
import { catalog, forwarderPattern, severities } from "../../catalog";
import { enabledKinds } from "../kinds";
import { nearest, type Problem } from "../problem";
import type { SignInAlertsProps } from "../props";
import { regionsOf } from "../regions";
import { partitionOf } from "./regions";

const choices = ["on", "off", ...severities];

function checkChoices(kinds: Readonly<Record<string, string>>): readonly Problem[] {
  const names = catalog.map(({ name }) => name);
  return Object.entries(kinds).flatMap(([name, choice]) => {
    const known = names.includes(name);
    const [text, allowed] = known ? [choice, choices] : [name, names];
    if (allowed.includes(text)) return [];
    const meant = nearest(text, allowed);
    return [
      {
        path: ["kinds", name],
        value: choice,
        problem: known
          ? `${name} can be on, off, or on with a severity`
          : "there is no alert kind of this name",
        allowed: allowed.join(", "),
        fix: meant === undefined ? "use one of these" : `did you mean ${meant}?`,
      },
    ];
  });
}

/** Kinds that are on though the trail cannot deliver their events. */
function checkReadEvents(props: Partial<SignInAlertsProps>): readonly Problem[] {
  if (props.trail?.type !== "existing" || props.trail.logsReadEvents === true) return [];
  return enabledKinds(props)
    .filter(({ readOnly }) => readOnly)
    .map(({ name }) => ({
      path: ["kinds", name],
      value: props.kinds?.[name],
      problem: `${name} is made of events that only read, and the existing trail does not log those`,
      allowed: "off, or a trail that logs management events Read and Write",
      fix: `say trail.logsReadEvents: true if the trail logs them, or kinds: { ${name}: off }`,
    }));
}

/** Kinds that are on though no account is covered where their events are recorded. */
function checkRecordingRegion(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const { accounts } = props;
  const home = globalRegion(partitionOf(props));
  if (!accounts || accounts.some((account) => regionsOf(props, account).includes(home))) return [];
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

function checkPatternLength(props: Partial<SignInAlertsProps>): readonly Problem[] {
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

function checkAnyOn(props: Partial<SignInAlertsProps>): readonly Problem[] {
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
export function checkKinds(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const choices = checkChoices(props.kinds ?? {});
  if (choices.length > 0) return choices;
  const noneOn = checkAnyOn(props);
  if (noneOn.length > 0) return noneOn;
  return [...checkReadEvents(props), ...checkRecordingRegion(props), ...checkPatternLength(props)];
}
