import { isOfAnyService, patternsByType, samplesOf, type AlertKind } from "../catalog";
import { objectIn, textIn } from "../json/value";
import type { Plan } from "../plan";

/** One attribute by which the event history of CloudTrail is searched. */
export interface Lookup {
  readonly key: "EventName" | "EventSource" | "Username";
  readonly value: string;
}

/** Every sign-in, whether a kind takes it or not. */
const signIns: Lookup = { key: "EventSource", value: "signin.amazonaws.com" };

/** More names than that are searched by their source. */
const mostNames = 2;

function namesOf(kind: AlertKind): readonly string[] {
  return patternsByType([kind]).flatMap(({ pattern }) => {
    const names = objectIn(objectIn(pattern)["detail"])["eventName"];
    return Array.isArray(names) ? names.flatMap((name) => textIn(name) ?? []) : [];
  });
}

function lookupsOfKind(kind: AlertKind): readonly Lookup[] {
  // Kinds of any service are root's.
  if (isOfAnyService(kind)) return [{ key: "Username", value: "root" }];
  return samplesOf(kind).flatMap(({ detail }): readonly Lookup[] => {
    const source = textIn(detail["eventSource"]);
    // Events without a record are in no history.
    if (source === undefined || source === signIns.value) return [];
    if (objectIn(detail["userIdentity"])["type"] === "Root") {
      return [{ key: "Username", value: "root" }];
    }
    const names = [...new Set(namesOf(kind))];
    return names.length > 0 && names.length <= mostNames
      ? names.map((value) => ({ key: "EventName", value }))
      : [{ key: "EventSource", value: source }];
  });
}

/** What finds every event that a plan's kinds may take in the event history, each search once. */
export function lookupsOf({ kinds }: Pick<Plan, "kinds">): readonly Lookup[] {
  const all = [signIns, ...kinds.flatMap(lookupsOfKind)];
  return [...new Map(all.map((each) => [`${each.key} ${each.value}`, each])).values()];
}
