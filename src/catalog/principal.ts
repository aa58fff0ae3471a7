import type { AlertKind } from "./alert-kind";
import { beginningWith, endingWith, is, isNot, like, type Condition, type Text } from "./event-set";

/** Whose sign-ins are meant: the type of identity, and what one field of it says. */
export interface Principal {
  readonly type: Condition;
  /** Dotted path into the event. */
  readonly field: string;
  readonly text: Text;
}

/**
 * What of the role of a session can be asked for: its ARN and the beginning of its name, its name alone,
 * or nothing.
 */
export type RoleField = "arn" | "name" | "none";

/** What records of a kind say of the role of a session, and may be asked for. */
export function roleFieldOf({
  withoutSessionIssuer,
  eventsByRoleArn,
}: Pick<AlertKind, "withoutSessionIssuer" | "eventsByRoleArn">): RoleField {
  if (withoutSessionIssuer === true) return "none";
  return eventsByRoleArn ? "name" : "arn";
}

const arnField = "detail.userIdentity.arn";
const issuer = "detail.userIdentity.sessionContext.sessionIssuer";

/** Name of the role of a session. */
export const roleName = `${issuer}.userName`;

/** Types of identity by the beginning of what their ARN names. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^arn:[^:]*:sts::[^:]*:assumed-role\//, "AssumedRole"],
  [/^arn:[^:]*:sts::[^:]*:federated-user\//, "FederatedUser"],
  [/^arn:[^:]*:iam::[^:]*:user\//, "IAMUser"],
];

// The name of a role or a session holds no slash and no colon, so `/` before a name is its beginning.
const roleSessions = /^arn:[^:]+:sts::\*:assumed-role\/([^*/]+)\/\*$/;
const sessionsOfRolesLike = /^arn:[^:]+:sts::\*:assumed-role\/([^*/]+)\*(\/\*)?$/;
const inAnyAccount = /^arn:[^:*]+:(?:sts|iam)::\*(:[^*]+)$/;
// Shorter wildcards are less complex.
const ofAnyAccount = /^arn:[^:]+:sts::\*:assumed-role\/([^/]+\/[^/]*)$/;
const beginning = /^[^*]+\*$/;

/**
 * The same without a wildcard where another field says it: an event bus holds 30 rules with wildcards,
 * and each has little room for them.
 */
function withoutWildcard(arn: string, known: RoleField): Omit<Principal, "type"> {
  const isIssuerRecorded = known !== "none";
  const [, role] = roleSessions.exec(arn) ?? [];
  if (role !== undefined && isIssuerRecorded) {
    return known === "name"
      ? { field: roleName, text: role }
      : { field: `${issuer}.arn`, text: endingWith(`/${role}`) };
  }
  const [, begun] = sessionsOfRolesLike.exec(arn) ?? [];
  if (begun !== undefined && isIssuerRecorded) {
    return { field: roleName, text: beginningWith(begun) };
  }
  if (!arn.includes("*")) return { field: arnField, text: arn };
  if (beginning.test(arn)) return { field: arnField, text: beginningWith(arn.slice(0, -1)) };
  const [, ending] = inAnyAccount.exec(arn) ?? [];
  if (ending !== undefined) return { field: arnField, text: endingWith(ending) };
  const [, session] = ofAnyAccount.exec(arn) ?? [];
  return { field: arnField, text: like(session === undefined ? arn : `*/${session}`) };
}

/**
 * What an ARN, `*` for any text, means in a record. What it does not say of the type of identity holds
 * for every type but root.
 * @param known what records of a role's session say of the role, and may be asked for
 */
export function principalOf(arn: string, known: RoleField): Principal {
  const [, type] = types.find(([form]) => form.test(arn)) ?? [];
  return {
    type: type === undefined ? isNot("Root") : is(type),
    ...withoutWildcard(arn, known),
  };
}
