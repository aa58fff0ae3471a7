import { eventRuleArn, parseArn } from "../../aws";
import { partitionOfRegion } from "../../aws/regions";
import { scheduledEvent } from "../../guards";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import type { Call } from "../policy";
import {
  accountOf,
  placeOf,
  text,
  verdict,
  type ResourceIndex,
  type Verdict,
} from "../resource-index";
import {
  STRANGER,
  asStranger,
  knownAccounts,
  namedIn,
  namedStrangers,
  type Named,
} from "./strangers";

/** What a hub accepts: sign-ins, and heartbeats. */
const accepted = [
  { source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail" },
  scheduledEvent,
] as const;

/** What changes where events of a bus go; on rules that exist, the account that created them counts. */
const changes = [
  "events:PutRule",
  "events:PutTargets",
  "events:RemoveTargets",
  "events:DisableRule",
  "events:DeleteRule",
];

/** Who is asked about, beside strangers. */
interface Members {
  readonly organization: string | undefined;
  /** Accounts of the configuration. @default - those of the resources */
  readonly accounts: readonly string[];
}

/** Buses that take events from outside the organization, events that an account can forge, or orders. */
export function busGuardFindings(index: ResourceIndex, members: Members): readonly Finding[] {
  return index.all("aws_cloudwatch_event_bus_policy").flatMap((policy) => {
    const [bus] = index
      .all("aws_cloudwatch_event_bus")
      .filter((each) => each.stack === policy.stack && isOf(policy, each));
    return bus === undefined ? [] : judged(index, policy, bus, members);
  });
}

function isOf(policy: Resource, bus: Resource): boolean {
  let isSame = false;
  // What cannot be read stops the event.
  blockersOf(() => (isSame = text(bus, "name") === text(policy, "event_bus_name")));
  return isSame;
}

/** A member that a policy names; empty for whichever it is. */
function whom({ principal }: { readonly principal: Named }): string {
  return principal.account === STRANGER ? "" : `account ${principal.account}`;
}

function judged(
  index: ResourceIndex,
  policy: Resource,
  bus: Resource,
  { organization, accounts }: Members,
): readonly Finding[] {
  const arn = text(bus, "arn");
  /** Whether a call is allowed; what is not known is found, since it may be. */
  const found = (
    call: Omit<Call, "resource">,
    rule: Finding["rule"],
    detail = "",
    resource = arn,
  ) => {
    const said: (Verdict | undefined)[] = [];
    const unknown = blockersOf(() => {
      const json = text(policy, "policy");
      const attached = { resource: policy, json, kind: "resource" } as const;
      said.push(verdict(index, rule, [attached], { ...call, resource }));
    });
    return said[0]?.effect === "allow" ? [finding(rule, policy, detail)] : unknown;
  };
  const put = (source: string, detailType: string) => ({
    action: "events:PutEvents",
    also: { "events:source": [source], "events:detail-type": [detailType] },
  });
  const known = new Set([...knownAccounts(index, accounts), accountOf(bus)]);
  const named = namedIn(policy.attributes["policy"]);
  const foreign = namedStrangers(policy.attributes["policy"], known);
  const strange = accepted.flatMap(({ source, "detail-type": detailType }) => [
    ...asStranger(index, arn).flatMap((call) =>
      found({ ...call, ...put(source, detailType) }, "open-to-strangers"),
    ),
    ...foreign.flatMap((named) =>
      asStranger(index, arn, named).flatMap((call) =>
        found(
          { ...call, ...put(source, detailType) },
          "open-to-strangers",
          `account ${named.account}`,
        ),
      ),
    ),
  ]);
  if (organization === undefined) return strange;
  const own = accountOf(bus);
  const callers: readonly Named[] = [
    { account: STRANGER },
    ...named.filter(({ account }) => known.has(account) && account !== own),
  ];
  const members = callers.map(
    (principal) => ({ kind: "role to bus", principal, organization }) as const,
  );
  const place = placeOf(bus);
  const rules = eventRuleArn(
    { ...place, partition: parseArn(arn)?.partition ?? partitionOfRegion(place.region) },
    "",
    text(bus, "name"),
  );
  const existing = {
    "events:creatorAccount": own,
    "events:source": [],
    "events:detail-type": [],
  };
  const forged = accepted.flatMap(({ "detail-type": detailType }) =>
    members.flatMap((member) =>
      found({ ...member, ...put("made.up", detailType) }, "bus-accepts-any-source", whom(member)),
    ),
  );
  const ordered = changes.flatMap((action) => {
    // Whoever creates a rule chooses what it matches.
    const [{ source, "detail-type": detailType }] = accepted;
    const also = action === "events:PutRule" ? put(source, detailType).also : existing;
    return members.flatMap((member) => {
      const call = { ...member, action, isResourceOpen: true, also };
      const detail = [action, whom(member)].filter((part) => part !== "").join(" by ");
      return found(call, "bus-rules-changeable", detail, rules);
    });
  });
  return [...strange, ...forged, ...ordered];
}
