import { knownConditionKey } from "./condition-keys";
import type { ContextValue, PolicyRequest, RequestPrincipal } from "./policy-request";
import type { KeyText } from "./wildcards";

/** What is known of a key in one request. */
export interface KeyFact {
  readonly sent: "never" | "perhaps" | "always";
  /** All values it may have where it is sent, each a list: several possible, or one that is not known in full. */
  readonly possible: readonly (readonly KeyText[])[];
  /** Keys with the same name here are sent together. */
  readonly together: string;
  readonly isList: boolean;
}

const anything: KeyText = { startsWith: "" };

/** No call is made before this program was written: when it is made is not known. */
const written = { iso: "2026-01-01T00:00:00Z", seconds: "1767225600" } as const;
const times: ReadonlyMap<string, KeyText> = new Map([
  ["aws:currenttime", { startsWith: "", notBefore: written.iso }],
  ["aws:tokenissuetime", { startsWith: "", notBefore: written.iso }],
  ["aws:epochtime", { startsWith: "", notBefore: written.seconds }],
]);

/** What is known of a key, its name in any case; undefined for one of which nothing is known. */
export function factOf(key: string, request: PolicyRequest): KeyFact | undefined {
  const lower = key.toLowerCase();
  const known = knownConditionKey(key);
  const isList = known?.isList === true;
  const listed = listedValue(lower, request.context) ?? principalValue(lower, request.principal);
  const unknown = known?.isBoolean ? [["true"], ["false"]] : [[times.get(lower) ?? anything]];
  if (listed === undefined) {
    if (known === undefined) return undefined;
    return { sent: known.unlisted, possible: unknown, together: lower, isList };
  }
  if (typeof listed === "string" || typeof listed === "boolean") {
    return { sent: "always", possible: [[String(listed)]], together: lower, isList };
  }
  if ("sent" in listed) {
    const { sent, oneOf, startsWith, together = lower } = listed;
    const possible =
      oneOf?.map((value) => [value]) ?? (startsWith === undefined ? unknown : [[{ startsWith }]]);
    return { sent, possible, together, isList };
  }
  const sent = listed.length === 0 ? "never" : "always";
  return { sent, possible: [listed], together: lower, isList };
}

function listedValue(key: string, context: PolicyRequest["context"]): ContextValue | undefined {
  for (const name in context) {
    if (name.length === key.length && name.toLowerCase() === key) return context[name];
  }
  return undefined;
}

/** What follows from who asks, where the request does not list it. */
function principalValue(key: string, principal: RequestPrincipal): ContextValue | undefined {
  return "service" in principal
    ? serviceValue(key, principal.service)
    : accountValue(key, principal);
}

function serviceValue(key: string, service: string): ContextValue | undefined {
  if (key.startsWith("aws:principaltag/")) return [];
  switch (key) {
    case "aws:principalisawsservice":
      return true;
    case "aws:principalservicename":
      return service;
    // The session of a person or a role has it, a service has none.
    case "aws:multifactorauthpresent":
    case "aws:tokenissuetime":
      return [];
    default:
      return undefined;
  }
}

function accountValue(
  key: string,
  { account, arn, organization }: Exclude<RequestPrincipal, { service: string }>,
): ContextValue | undefined {
  switch (key) {
    case "aws:principalisawsservice":
      return false;
    case "aws:principalservicename":
    case "aws:principalservicenameslist":
      return [];
    case "aws:principalaccount":
      return account;
    case "aws:principalarn":
      return arn ?? { sent: "always", startsWith: "arn:" };
    case "aws:principaltype":
      return arn?.includes(":role/") ? "AssumedRole" : { sent: "always" };
    case "aws:userid":
      return arn?.includes(":role/") ? { sent: "always", startsWith: "AROA" } : undefined;
    case "aws:principalorgid":
      return organization ?? [];
    case "aws:principalorgpaths":
      return organization === undefined ? [] : { sent: "always", startsWith: `${organization}/r-` };
    // The session of a role has it as false, or not at all.
    case "aws:multifactorauthpresent":
      return arn?.includes(":role/") ? { sent: "perhaps", oneOf: ["false"] } : undefined;
    // A service is called for a resource of an account, a principal calls for itself.
    case "aws:sourcearn":
    case "aws:sourceaccount":
    case "aws:sourceorgid":
    case "aws:sourceorgpaths":
      return [];
    default:
      return undefined;
  }
}
