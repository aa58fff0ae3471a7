import { parseArn } from "../../aws";
import { roleArn } from "../../aws/arn";
import { partitionOfRegion } from "../../aws/regions";
import { distinctFindings } from "../distinct-findings";
import type { ExpectedCoverage } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, isBlank, policyIn, text, type ResourceIndex } from "../resource-index";
import { reachOf } from "../resource-types";
import { permissionsOf } from "../trace/role-permissions";
import { mentionsOf } from "../trace/mentions";
import { drillTrustFindings } from "./drill-trust";

/**
 * Roles of drills that are missing, as which somebody else may sign in, or that may do something. No alert
 * depends on them, but there is one in every account.
 */
export function drillRoleFindings(
  index: ResourceIndex,
  expected: ExpectedCoverage,
): readonly Finding[] {
  const { drillRole, organization } = expected;
  if (drillRole === undefined || organization === undefined) return [];
  const unknownTypes = index.inventory.resources.filter(
    ({ type }) => (reachOf(type) ?? "nothing") !== "nothing",
  );
  return drillRoleArns(expected).flatMap(({ account, arn }) => {
    const [role] = index.find("aws_iam_role", arn);
    if (role === undefined) return [finding("drill-role-missing", namesake(index, arn), arn)];
    return distinctFindings([
      ...drillTrustFindings(index, role, { ...drillRole, organization }),
      ...permissionFindings(index, role),
      ...unknownTypes
        .filter((each) => each.account === account && isNamedBy(each, [drillRole.name, arn]))
        .map((each) => finding("not-analyzed-resource", each, each.type)),
    ]);
  });
}

/** Where roles of drills are to be; nowhere where none is wanted. */
export function drillRoleArns({
  drillRole,
  accounts = [],
}: Pick<Partial<ExpectedCoverage>, "drillRole" | "accounts">): readonly {
  readonly account: string;
  readonly arn: string;
}[] {
  if (drillRole === undefined) return [];
  return accounts.map(({ id: account, regions: [region = ""] }) => {
    const place = { partition: partitionOfRegion(region), account };
    return { account, arn: roleArn(place, drillRole.name, drillRole.path) };
  });
}

/** The roles of drills that are there. */
export function drillRolesIn(
  index: ResourceIndex,
  expected: Partial<ExpectedCoverage>,
): readonly Resource[] {
  return drillRoleArns(expected).flatMap(({ arn }) => index.find("aws_iam_role", arn));
}

/** The role of that name with another path. */
function namesake(index: ResourceIndex, arn: string): Resource | undefined {
  const { account, resource = "" } = parseArn(arn) ?? {};
  const name = resource.split("/").at(-1);
  return index
    .all("aws_iam_role")
    .find((role) => role.account === account && role.attributes["name"] === name);
}

function isNamedBy(resource: Resource, names: readonly string[]): boolean {
  const { texts } = mentionsOf(resource);
  return names.some((name) => texts.has(name));
}

/** Whatever the role may do. */
function permissionFindings(index: ResourceIndex, role: Resource): readonly Finding[] {
  const found: Finding[] = [];
  const unread = blockersOf(() => {
    const attachments = index.find(
      "aws_iam_role_policy_attachment",
      `${accountOf(role)}/${text(role, "name")}`,
    );
    const isAttached = !isBlank(role.attributes["managed_policy_arns"]);
    for (const each of [...attachments, ...(isAttached ? [role] : [])]) {
      found.push(finding("drill-role-permissions", each, "an attached managed policy"));
    }
    if (found.length > 0) return;
    for (const { resource, json, kind } of permissionsOf(index, role)) {
      const allowing = policyIn(index, resource, json, kind).statements.filter(
        ({ effect }) => effect === "Allow",
      );
      found.push(
        ...allowing.map(({ name }) =>
          finding("drill-role-permissions", resource, `statement ${name}`),
        ),
      );
    }
  });
  return [...found, ...unread];
}
