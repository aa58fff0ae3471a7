import type { PolicyConditions, PolicyStatement } from "../aws/policy-document";
import { inRegion, type Permission } from "./permission";
import { sharedNames } from "./shared-names";

/** What is the same for all actions and resources of a statement. */
interface Scope {
  readonly regions: readonly string[];
  readonly conditions: PolicyConditions;
}

/** The values of entries, by what is the same in them. */
function grouped<K, V>(entries: readonly (readonly [K, V])[]): readonly (readonly [K, V[]])[] {
  const groups = new Map<string, [K, V[]]>();
  for (const [key, value] of entries) {
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? [key, []];
    group[1].push(value);
    groups.set(id, group);
  }
  return [...groups.values()];
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/**
 * The fewest statements that allow permissions and nothing besides: actions on the same resources in the
 * same regions share one. Names of more than three resources are said by what they have in common.
 */
export function statementsOf(permissions: readonly Permission[]): readonly PolicyStatement[] {
  const calls = grouped(
    permissions.map(({ action, resource, conditions, region }) => [
      { action, resource, conditions },
      region,
    ]),
  );
  const actions = grouped(
    calls.map(([{ action, resource, conditions }, found]) => {
      const regions = distinct(found.filter((region) => region !== undefined));
      return [{ resource, scope: { regions, conditions } }, action] as const;
    }),
  );
  const resources = grouped(
    actions.map(([{ resource, scope }, found]) => [{ scope, actions: distinct(found) }, resource]),
  );
  const statements = resources.map(([{ scope, actions: allowed }, found]) =>
    statement(scope, allowed, distinct(found)),
  );
  return numbered(
    statements.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)),
  );
}

function statement(
  { regions, conditions }: Scope,
  actions: readonly string[],
  found: readonly string[],
): PolicyStatement {
  const [only, ...others] = regions;
  const one = others.length === 0 ? only : undefined;
  const shared = sharedNames(found);
  const resources = one === undefined ? shared : shared.map((arn) => inRegion(arn, one));
  const isSaidByResources = one !== undefined && !resources.includes("*");
  const condition =
    only === undefined || isSaidByResources
      ? conditions
      : {
          ...conditions,
          StringEquals: { ...conditions["StringEquals"], "aws:RequestedRegion": regions },
        };
  return {
    Sid: subject(actions),
    Effect: "Allow",
    Action: actions,
    Resource: resources,
    ...(Object.keys(condition).length > 0 && { Condition: condition }),
  };
}

/** Which services a statement is about: a name for people, without a meaning to AWS. */
function subject(actions: readonly string[]): string {
  const services = distinct(
    actions.map((action) => action.replace(/:.*$/u, "").replaceAll("-", "")),
  );
  return services.map((name) => name.charAt(0).toUpperCase() + name.slice(1)).join("And");
}

/** AWS wants each name once in a policy. */
function numbered(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const seen = new Map<string, number>();
  return statements.map(({ Sid, ...rest }) => {
    const count = (seen.get(Sid) ?? 0) + 1;
    seen.set(Sid, count);
    return { Sid: count === 1 ? Sid : `${Sid}${count}`, ...rest };
  });
}
