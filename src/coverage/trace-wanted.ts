import { isAccountId } from "../aws/organizations";
import { catalog, contains, type AccountNames, type EventEnvelope } from "../catalog";
import type { ExpectedCoverage } from "./expected-coverage";
import type { Inventory } from "./inventory";
import { traceEvent, type TraceOptions } from "./trace";
import type { TraceResult } from "./trace-result";
import { WantedAlerts } from "./wanted-alerts";

/** What a configuration says of the organization besides its Terraform. */
export function traceOptionsOf(expected: ExpectedCoverage | undefined): TraceOptions {
  return {
    ...(expected?.organization !== undefined && { organization: expected.organization }),
    ...(expected?.trail !== undefined && { trail: expected.trail }),
    ...(expected?.existing && { existing: expected.existing }),
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

/** Follows one event as {@link traceEvent}, and says where nobody is to be notified of it, on purpose. */
export function traceWanted(
  inventory: Inventory,
  event: EventEnvelope,
  expected?: ExpectedCoverage,
): TraceResult {
  const result = traceEvent(inventory, event, traceOptionsOf(expected));
  const silence = expected && silenceOf(event, expected);
  return silence === undefined ? result : { ...result, silence };
}

/** Why a configuration wants nobody to be notified of an event. */
function silenceOf(event: EventEnvelope, expected: ExpectedCoverage): string | undefined {
  const kind = catalog.find(({ events }) => contains(events, { ...event }));
  if (kind === undefined) return undefined;
  const { name } = kind;
  const wanted = new WantedAlerts(expected);
  if (wanted.isIgnored(kind, event)) return `an entry of ignore leaves out this event of ${name}`;
  const accountName = expected.accounts.find(({ id }) => id === event.account)?.name;
  const unrouted = (expected.notRouted ?? []).filter(({ kinds }) => kinds.includes(name));
  const isUnrouted = unrouted.length > 0;
  const { reason } =
    unrouted.find(({ accounts }) => accounts.some((each) => each === accountName)) ?? {};
  const why = reason === undefined ? "" : `; accepted: ${reason}`;
  if (!expected.kinds.includes(name)) {
    return isUnrouted ? `no route names the kind ${name}${why}` : `the kind ${name} is off`;
  }
  return wanted.routesFor(event.account, kind)?.length === 0
    ? `no route names the kind ${name} in this account${why}`
    : undefined;
}
