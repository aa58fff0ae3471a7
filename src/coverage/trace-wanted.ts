import { isAccountId } from "../aws/organizations";
import { isOfKind, type AccountNames, type EventEnvelope } from "../catalog";
import type { ExpectedCoverage } from "./expected-coverage";
import type { Inventory } from "./inventory";
import { kindsOf } from "./kinds";
import { traceEvent, type TraceOptions } from "./trace";
import type { Silence, TraceResult } from "./trace-result";
import { WantedAlerts } from "./wanted-alerts";

/** What a configuration says of the organization besides its Terraform. */
export function traceOptionsOf(expected: ExpectedCoverage | undefined): TraceOptions {
  return {
    ...(expected?.organization !== undefined && { organization: expected.organization }),
    ...(expected?.trail !== undefined && { trail: expected.trail }),
    ...(expected?.watches && { watches: expected.watches }),
    ...(expected?.existing && { existing: expected.existing }),
    ...(expected?.permissionsBoundary !== undefined && {
      permissionsBoundary: expected.permissionsBoundary,
    }),
    ...(expected && { accountNames: namesOf(expected) }),
  };
}

function namesOf({ accounts }: ExpectedCoverage): AccountNames {
  return Object.fromEntries(
    // An organizational unit is no account.
    accounts.flatMap(({ id, name }) =>
      name === undefined || !isAccountId(id) ? [] : [[id, name] as const],
    ),
  );
}

/** Follows one event as {@link traceEvent}, and says why the configuration has nobody notified of it. */
export function traceWanted(
  inventory: Inventory,
  event: EventEnvelope,
  expected?: ExpectedCoverage,
): TraceResult {
  const result = traceEvent(inventory, event, traceOptionsOf(expected));
  const silence = expected && silenceOf(event, expected);
  return silence === undefined ? result : { ...result, silence };
}

/** Why a configuration has no recipient notified of an event. */
export function silenceOf(event: EventEnvelope, expected: ExpectedCoverage): Silence | undefined {
  const kind = kindsOf(expected).find((each) => isOfKind(each, { ...event }));
  if (kind === undefined) return undefined;
  const { name } = kind;
  const wanted = new WantedAlerts(expected);
  if (wanted.isIgnored(kind, event)) {
    return { reason: `an entry of ignore leaves out this event of ${name}`, onPurpose: true };
  }
  const unrouted = (expected.notRouted ?? []).filter(({ kinds }) => kinds.includes(name));
  const isOn = expected.kinds.includes(name);
  if (!isOn && unrouted.length === 0) return { reason: `the kind ${name} is off`, onPurpose: true };
  if (isOn && wanted.routesFor(event.account, kind)?.length !== 0) return undefined;
  const what = `no route names the kind ${name}${isOn ? " in this account" : ""}`;
  const accountName = expected.accounts.find(({ id }) => id === event.account)?.name;
  const here = unrouted.filter(({ accounts }) =>
    accountName === undefined ? true : accounts.includes(accountName),
  );
  // Of an account that is not listed the unit is not known: what is accepted of each is accepted of it.
  const isAccepted = here.length > 0 && here.every(({ reason }) => reason !== undefined);
  return isAccepted
    ? { reason: `${what}; accepted: ${here[0]?.reason ?? ""}`, onPurpose: true }
    : {
        reason: `${what}; name it in a route, or give the reason in acceptUnrouted`,
        onPurpose: false,
      };
}
