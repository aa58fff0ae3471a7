import { inventoryOfStacks } from "../../../../src/coverage";
import { parseArn } from "../../../../src/aws";
import { grants, permissionsOf, type RolePermissions } from "../../../../src/permissions";
import { allows } from "../../../permissions/allowed";
import { typesIn, type SynthesizedStack } from "../../../terraform/synthesized-stacks";
import { callOf, type Call } from "./called-action";
import { handedRoles, resourcesOf, type RolePaths } from "./called-resources";
import type { RecordedRequest } from "./recorder";
import type { AllowedAndCalled } from "./uncalled-actions";

/** Everybody may call these. */
const free: ReadonlySet<string> = new Set(["sts:GetCallerIdentity"]);

/** A call, and who needs to be allowed what for it. */
interface Needed {
  readonly action: string;
  readonly resource: string;
  readonly region: string;
  readonly context: Readonly<Record<string, string>>;
}

function needsOf(call: Call, account: string, paths: RolePaths): readonly Needed[] {
  const { action, region, parameters } = call;
  const { PermissionsBoundary: boundary } = parameters;
  const own = resourcesOf(call, account, paths).map((resource) => ({
    action,
    resource,
    region,
    context: typeof boundary === "string" ? { "iam:PermissionsBoundary": boundary } : {},
  }));
  const passed = handedRoles(call).map(({ role, service }) => ({
    action: "iam:PassRole",
    resource: role,
    region,
    context: { "iam:PassedToService": service },
  }));
  return [...own, ...passed];
}

/** What the policies of stacks say to what was called for them. */
export class JudgedCalls {
  readonly #roles: readonly RolePermissions[];
  readonly #calls: readonly (readonly [Call, RecordedRequest])[];

  /** @param management - account of the credentials that Terraform was started with */
  constructor(
    readonly stacks: readonly SynthesizedStack[],
    requests: readonly RecordedRequest[],
    readonly management: string,
  ) {
    this.#roles = permissionsOf(
      inventoryOfStacks(
        stacks.map(({ name, configuration }) => ({ name, document: configuration })),
      ),
    ).roles;
    this.#calls = requests
      .map((request) => [callOf(request), request] as const)
      .filter(([{ action }]) => !free.has(action));
  }

  get count(): number {
    return this.#calls.length;
  }

  /** How many of them were of plans. */
  get plans(): number {
    return this.#calls.filter(([, { isPlan }]) => isPlan).length;
  }

  /** Calls that a policy does not allow: of plans that for planning, of all that for deploying. */
  get refused(): readonly string[] {
    const refused = new Set<string>();
    const asked = new Set<string>();
    const paths = this.#rolePaths();
    for (const [call, { role, isPlan }] of this.#calls) {
      const account = this.#accountOf(role);
      const own = this.#roles.filter(({ deploy }) => deploy.role === role);
      for (const needed of needsOf(call, account, paths.get(account) ?? new Map())) {
        const question = JSON.stringify([role, isPlan, needed]);
        if (asked.has(question)) continue;
        asked.add(question);
        for (const use of isPlan ? (["plan", "deploy"] as const) : (["deploy"] as const)) {
          const policies = own.flatMap((each) => each[use].policies);
          if (allows(policies, needed)) continue;
          refused.add(`${use}: ${needed.action} on ${needed.resource} in ${needed.region}`);
        }
      }
    }
    return [...refused].sort();
  }

  /** The account in which a role calls; without a role that of the credentials. */
  #accountOf(role: string | undefined): string {
    return role === undefined ? this.management : (parseArn(role)?.account ?? "");
  }

  /** Paths of the roles that were created, by account. */
  #rolePaths(): ReadonlyMap<string, RolePaths> {
    const paths = new Map<string, Map<string, string>>();
    for (const [{ action, parameters }, { role }] of this.#calls) {
      const { RoleName: name, Path: path } = parameters;
      if (action !== "iam:CreateRole" || typeof name !== "string" || typeof path !== "string")
        continue;
      const account = this.#accountOf(role);
      paths.set(account, (paths.get(account) ?? new Map<string, string>()).set(name, path));
    }
    return paths;
  }

  /** The actions that are allowed for what was created, and those that were called. @param leftOut - types that were not created */
  actions(leftOut: readonly string[]): AllowedAndCalled {
    const allowed = typesIn(this.stacks)
      .filter((type) => !leftOut.includes(type))
      .flatMap((type) => grants.get(type) ?? [])
      .flatMap(({ plan = [], deploy = [] }) => [...plan, ...deploy]);
    const called = this.#calls.flatMap(([call]) => [
      call.action,
      ...handedRoles(call).map(() => "iam:PassRole"),
    ]);
    return { allowed, called };
  }
}
