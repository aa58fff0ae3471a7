import { parseArn } from "../../aws";
import { BlockedError, blocked, step, withDetail, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  shownAddress,
  text,
  verdict,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import { statedOrganizations } from "./organization";
import type { Run } from "./run";

/** An event bus that events are sent to. */
export interface DestinationBus {
  readonly resource: Resource;
  /** Account, region and name, joined by slashes. */
  readonly key: string;
}

/**
 * The bus that a target names.
 * @throws BlockedError when it is not in the inventory
 */
export function destinationBus(index: ResourceIndex, target: Resource): DestinationBus {
  const arn = text(target, "arn");
  const [resource] = index.find("aws_cloudwatch_event_bus", arn);
  const parts = parseArn(arn);
  if (resource === undefined || parts === undefined) {
    return blocked("bus-missing", target, arn);
  }
  const name = parts.resource.replace(/^event-bus\//u, "");
  return { resource, key: `${parts.account}/${parts.region}/${name}` };
}

/** What the policy of a bus is asked about. */
export interface BusSender extends Pick<Run, "index" | "options"> {
  readonly event: Pick<Run["event"], "source" | "detail-type">;
}

/**
 * Why a bus takes an event that a role of some account sends.
 *
 * Another account needs an Allow of the bus policy; in the bus's own account the role's is enough,
 * unless the policy denies.
 * @throws BlockedError when it does not
 */
export function busPolicyHop(
  { index, event, options }: BusSender,
  bus: DestinationBus,
  role: Resource,
): Hop {
  const [said] = statedOrganizations(index);
  const organization = options.organization ?? said?.id;
  const sender = accountOf(role);
  const { source, "detail-type": detailType } = event;
  const question = JSON.stringify([
    bus.key,
    sender,
    text(role, "arn"),
    source,
    detailType,
    organization,
  ]);
  return index.once(`bus policy ${question}`, () => {
    const name = "event bus policy";
    const decided = verdict(index, "bus-policy-denies", busPolicies(index, bus), {
      principal: {
        account: sender,
        arn: text(role, "arn"),
        ...(organization !== undefined && { organization }),
      },
      action: "events:PutEvents",
      resource: text(bus.resource, "arn"),
      context: { "events:source": source, "events:detail-type": detailType },
    });
    if (decided?.effect === "allow") {
      return step(name, decided.by, `statement ${decided.statement} lets account ${sender} send`);
    }
    if (decided?.effect !== "deny" && accountOf(bus.resource) === sender) {
      return step(
        name,
        bus.resource,
        "sender and bus are of one account: the role's permission is enough",
      );
    }
    if (decided === undefined) {
      return blocked("bus-policy-denies", bus.resource, "it has no policy");
    }
    const stating =
      said && options.organization === undefined
        ? ` (the organization is that of ${shownAddress(said.by)})`
        : "";
    throw new BlockedError(withDetail(decided.blocker, (detail) => `${detail}${stating}`));
  });
}

function busPolicies(index: ResourceIndex, bus: DestinationBus): readonly AttachedPolicy[] {
  const [permission] = index.find("aws_cloudwatch_event_permission", bus.key);
  if (permission) {
    blocked("two-policies", permission, "a permission beside a policy of the event bus");
  }
  return index.find("aws_cloudwatch_event_bus_policy", bus.key).map((resource) => ({
    resource,
    json: text(resource, "policy"),
    kind: "resource",
  }));
}
