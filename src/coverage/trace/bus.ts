import { parseArn, partitions, routesAcrossRegions } from "../../aws";
import { BlockedError, blocked, step, withDetail, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  optionalText,
  placeOf,
  policiesOf,
  requireAllowed,
  shownAddress,
  statedOrganizations,
  text,
  verdict,
  type ResourceIndex,
} from "../resource-index";
import { requireTrust } from "./access";
import { permissionsOf } from "./role-permissions";
import { boundaryHops } from "./boundary";
import type { Run, TraceOptions } from "./run";

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
  const resource = index.named("aws_cloudwatch_event_bus", arn, "destination-missing", target);
  const parts = parseArn(arn) ?? blocked("destination-missing", target, arn);
  const name = parts.resource.replace(/^event-bus\//u, "");
  return { resource, key: `${parts.account}/${parts.region}/${name}` };
}

/**
 * A rule sends to a bus of another region only where AWS has such routes.
 * @throws BlockedError where it has not
 */
export function requireRoute(rule: Resource, target: Resource): void {
  const from = placeOf(rule).region;
  const { partition, region = from } = parseArn(text(target, "arn")) ?? {};
  const own = partitions.find((each) => each === partition);
  if (from === region || own === undefined || routesAcrossRegions(own)) return;
  const why = `EventBridge sends no events across regions in the partition ${own}`;
  blocked("different-place", target, `${why}: the rule is in ${from}, the bus in ${region}`);
}

/** What a rule's role lets it do. */
export interface RolePassage {
  readonly role: Resource;
  readonly hops: readonly Hop[];
}

/**
 * Why EventBridge may send to a bus with the role of a target.
 * @throws BlockedError when there is no role, or when it does not trust the rule or may not send
 */
export function rolePassage(
  index: ResourceIndex,
  rule: Resource,
  target: Resource,
  { permissionsBoundary }: Pick<TraceOptions, "permissionsBoundary">,
): RolePassage {
  const arn = optionalText(target, "role_arn") ?? blocked("target-role-missing", target);
  const role = index.named("aws_iam_role", arn, "role-missing", target);
  const account = accountOf(rule);
  if (accountOf(role) !== account) {
    blocked("different-place", role, `the rule is in ${account}, its role is ${arn}`);
  }
  const trust = requireTrust(index, role, "events.amazonaws.com", {
    kind: "service to role",
    source: text(rule, "arn"),
    sourceAccount: account,
  });
  const permissions = permissionsOf(index, role);
  const call = {
    kind: "role to bus",
    principal: { account, arn },
    action: "events:PutEvents",
    resource: text(target, "arn"),
    source: text(rule, "arn"),
    sourceAccount: account,
    regions: deliveryRegions(rule, text(target, "arn")),
  } as const;
  const permission = requireAllowed(index, "role-permission-denies", role, permissions, call);
  return {
    role,
    hops: [
      step("role trust", role, `statement ${trust} lets the rule assume it`),
      step("role permission", role, `statement ${permission} allows events:PutEvents`),
      ...boundaryHops(index, role, call, permissionsBoundary),
    ],
  };
}

/** The regions that AWS may count a delivery to: for one to another region it documents neither. */
function deliveryRegions(rule: Resource, busArn: string): readonly string[] {
  return [...new Set([placeOf(rule).region, parseArn(busArn)?.region ?? ""])];
}

/** Whether the policies of a bus ask for the region of a call: else all regions get one answer. */
function asksForRegion(index: ResourceIndex, { key, resource }: DestinationBus): boolean {
  return index.once(`bus policy asks for region ${key}`, () =>
    policiesOf(index, resource).some(({ json }) => /aws:requestedregion/iu.test(json)),
  );
}

/** What the policy of a bus is asked about. */
export interface BusSender extends Pick<Run, "index" | "options"> {
  readonly event: Pick<Run["event"], "source" | "detail-type">;
}

/**
 * Why a bus takes an event that a role of some account sends for a rule.
 *
 * Another account needs an Allow of the bus policy; in the bus's own account the role's is enough,
 * unless the policy denies.
 * @throws BlockedError when it does not
 */
export function busPolicyHop(
  { index, event, options }: BusSender,
  bus: DestinationBus,
  role: Resource,
  rule: Resource,
): Hop {
  const [said] = statedOrganizations(index);
  const organization = options.organization ?? said?.id;
  const account = accountOf(role);
  const arn = text(role, "arn");
  const { source, "detail-type": detailType } = event;
  const busArn = text(bus.resource, "arn");
  const regions = asksForRegion(index, bus) ? deliveryRegions(rule, busArn) : undefined;
  const asking = [account, arn, regions, source, detailType, organization];
  const question = JSON.stringify([bus.key, ...asking]);
  return index.once(`bus policy ${question}`, () => {
    const [permission] = index.find("aws_cloudwatch_event_permission", bus.key);
    if (permission) {
      blocked("duplicate-identity", permission, "a permission beside a policy of the event bus");
    }
    const name = "event bus policy";
    const policies = policiesOf(index, bus.resource);
    const decided = verdict(index, "bus-policy-denies", policies, {
      kind: "role to bus",
      principal: { account, arn },
      action: "events:PutEvents",
      resource: busArn,
      sourceAccount: account,
      organization,
      ...(regions && { regions }),
      // AWS sends lists: one call carries up to ten events.
      also: { "events:source": [source], "events:detail-type": [detailType] },
    });
    if (decided?.effect === "allow") {
      return step(name, decided.by, `statement ${decided.statement} lets account ${account} send`);
    }
    if (decided?.effect !== "deny" && accountOf(bus.resource) === account) {
      if (decided?.effect === "implicit-deny" && decided.doubt) {
        throw new BlockedError(decided.doubt);
      }
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
