import { roleArn } from "../aws/arn";
import { partitionOfRegion } from "../aws/regions";
import type { Inventory, Resource } from "../coverage";
import { grants } from "./grants";
import type { Grant, NamedResource } from "./grant";
import { apartFromRegion, deploying, planning, type Permission } from "./permission";

/** Something whose permissions are not known, and why. */
export interface UnknownPermissions {
  readonly stack: string;
  readonly address: string;
  readonly reason: string;
}

/** What a resource needs, and what is not known of it. */
export interface ResourcePermissions {
  readonly permissions: readonly Permission[];
  readonly unknown: readonly UnknownPermissions[];
}

/** Finds ARNs of roles by account and name. */
export type Roles = ReadonlyMap<string, string>;

/** The roles that an inventory creates: their path is known where they are created. */
export function rolesIn({ resources }: Inventory): Roles {
  return new Map(
    resources.flatMap(({ type, account, attributes: { name, arn } }) =>
      type === "aws_iam_role" &&
      typeof account === "string" &&
      typeof name === "string" &&
      typeof arn === "string"
        ? [[`${account}/${name}`, arn] as const]
        : [],
    ),
  );
}

/** What Terraform's provider has to be allowed for a resource. */
export function permissionsOfResource(
  resource: Resource,
  account: string,
  roles: Roles,
): ResourcePermissions {
  const { type, stack, address, region } = resource;
  const known = grants.get(type);
  const lost = (reason: string): ResourcePermissions => ({
    permissions: [],
    unknown: [{ stack, address, reason }],
  });
  if (known === undefined) return lost(`what ${type} needs is not known here`);
  if (typeof region !== "string") return lost("its region is not known");
  const unknown = new Set<string>();
  const named = namedResource(resource, { account, region }, roles, unknown);
  const permissions = known.flatMap((grant) => permissionsOfGrant(grant, named));
  return {
    permissions,
    unknown: [...unknown].map((argument) => ({
      stack,
      address,
      reason: `${argument} is not known, so any is allowed`,
    })),
  };
}

function namedResource(
  { attributes }: Resource,
  { account, region }: { readonly account: string; readonly region: string },
  roles: Roles,
  unknown: Set<string>,
): NamedResource {
  const place = { account, region, partition: partitionOfRegion(region) };
  const optional = (argument: string): string | undefined => {
    const value = attributes[argument];
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value === "string") return value;
    unknown.add(argument);
    return "*";
  };
  return {
    place,
    optional,
    text: (argument) => {
      const value = optional(argument);
      if (value === undefined) unknown.add(argument);
      return value ?? "*";
    },
    role: (name) => roles.get(`${account}/${name}`) ?? roleArn(place, name),
  };
}

function permissionsOfGrant(grant: Grant, named: NamedResource): readonly Permission[] {
  const { on, plan = [], deploy = [], conditions } = grant;
  const condition = conditions?.(named) ?? {};
  const calls = [
    ...plan.map((action) => ({ action, uses: planning })),
    ...deploy.map((action) => ({ action, uses: deploying })),
  ];
  return resourcesOf(on, named).flatMap((resource) =>
    calls.map((call) => ({ ...call, ...resource, conditions: condition })),
  );
}

function resourcesOf(
  on: Grant["on"],
  named: NamedResource,
): readonly Pick<Permission, "resource" | "region">[] {
  if (on === "anything") return [{ resource: "*" }];
  if (on === "anything in its region") return [{ resource: "*", region: named.place.region }];
  return on(named).map(apartFromRegion);
}
