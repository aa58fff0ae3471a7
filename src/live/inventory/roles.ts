import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { parseArn } from "../../aws";
import type { FoundResource } from "../../coverage";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, readEach, settle } from "./found";

const iam: Service<IAMClient> = { prefix: "iam", create: (settings) => new IAMClient(settings) };

/** A role with its policies; nothing where it does not exist, or is of another account. */
export async function readRole(here: Here, arn: string): Promise<readonly FoundResource[]> {
  const { account, resource = "" } = parseArn(arn) ?? {};
  if (account !== here.place.account || !resource.startsWith("role/")) return [];
  const RoleName = resource.split("/").at(-1) ?? "";
  const role = await here.ask({
    service: iam,
    operation: "GetRole",
    send: (client) => client.send(new GetRoleCommand({ RoleName })),
    result: ({ Role }) => (Role?.AssumeRolePolicyDocument === undefined ? undefined : Role),
  });
  const type = "aws_iam_role";
  const basics = { arn, name: RoleName };
  if (role.state === "missing") return [];
  const own = settle(role, {
    known: ({ Arn, Path, AssumeRolePolicyDocument, PermissionsBoundary }) => [
      foundAt(here, type, RoleName, {
        ...basics,
        arn: Arn,
        path: Path,
        assume_role_policy: decoded(AssumeRolePolicyDocument),
        permissions_boundary: PermissionsBoundary?.PermissionsBoundaryArn,
      }),
    ],
    missing: () => [],
    notKnown: (lost) => [
      foundAt(here, type, RoleName, {
        ...basics,
        assume_role_policy: lost,
        permissions_boundary: lost,
      }),
    ],
  });
  return [...own, ...(await inlinePolicies(here, RoleName)), ...(await attached(here, RoleName))];
}

/** IAM writes documents as they stand in a URL. */
function decoded(document: string | undefined): string | undefined {
  if (document === undefined) return undefined;
  try {
    return decodeURIComponent(document);
  } catch {
    // A lone % is of the document itself.
    return document;
  }
}

async function inlinePolicies(here: Here, RoleName: string): Promise<readonly FoundResource[]> {
  const type = "aws_iam_role_policy";
  const names = await here.pages({
    service: iam,
    operation: "ListRolePolicies",
    send: (client, Marker) => client.send(new ListRolePoliciesCommand({ RoleName, Marker })),
    result: ({ PolicyNames }) => PolicyNames,
    next: ({ Marker }) => Marker,
  });
  return settle<readonly string[], Promise<readonly FoundResource[]> | readonly FoundResource[]>(
    names,
    {
      known: async (found) =>
        (
          await readEach(found, async (PolicyName) => {
            const policy = await here.ask({
              service: iam,
              operation: "GetRolePolicy",
              send: (client) => client.send(new GetRolePolicyCommand({ RoleName, PolicyName })),
              result: ({ PolicyDocument }) => PolicyDocument,
            });
            const values = { role: RoleName, name: PolicyName };
            const name = `${RoleName}/${PolicyName}`;
            return settle(policy, {
              known: (text) => [foundAt(here, type, name, { ...values, policy: decoded(text) })],
              missing: () => [],
              notKnown: (lost) => [foundAt(here, type, name, { ...values, policy: lost })],
            });
          })
        ).flat(),
      missing: () => [],
      notKnown: (lost) => [
        foundAt(here, type, `${RoleName}/?`, { role: RoleName, name: "?", policy: lost }),
      ],
    },
  );
}

async function attached(here: Here, RoleName: string): Promise<readonly FoundResource[]> {
  const type = "aws_iam_role_policy_attachment";
  const policies = await here.pages({
    service: iam,
    operation: "ListAttachedRolePolicies",
    send: (client, Marker) =>
      client.send(new ListAttachedRolePoliciesCommand({ RoleName, Marker })),
    result: ({ AttachedPolicies }) => AttachedPolicies,
    next: ({ Marker }) => Marker,
  });
  return settle(policies, {
    known: (found) =>
      found.map(({ PolicyArn }) =>
        foundAt(here, type, `${RoleName}/${PolicyArn ?? ""}`, {
          role: RoleName,
          policy_arn: PolicyArn,
        }),
      ),
    missing: () => [],
    notKnown: (lost) => [
      foundAt(here, type, `${RoleName}/?`, { role: RoleName, policy_arn: lost }),
    ],
  });
}
