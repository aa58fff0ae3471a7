import { beginningWith, endingWith, is, like, type EventSet, type Text } from "./event-set";
import { roleName, type RoleField } from "./principal";

/** Who is watched: a user, a role or a session of it, or a federated user. */
export interface WatchedPrincipal {
  readonly type: "IAMUser" | "AssumedRole" | "FederatedUser";
  /** Partition of the ARN. @default - any */
  readonly partition?: string;
  /** Id of the account that it is of. @default - any */
  readonly account?: string;
  /** Name, or role and session with a slash between. */
  readonly name: string;
  /** Whether the name goes on with any text. */
  readonly isBeginning: boolean;
}

const path = String.raw`(?:[\w!"#$%&'()*+,.:;=?@^~|-]+\/)*`;
const name = String.raw`([\w+=,.@-]{1,64})`;
const within = (service: string) => String.raw`^(?:arn:(aws[a-z-]*):${service}::(\d{12}|\*):)?`;

// Names are unique in an account, so the path of a user or a role says nothing more.
const user = new RegExp(`${within("iam")}user/${path}${name}(\\*)?$`, "u");
const role = new RegExp(`${within("iam")}role/${path}${name}(\\*)?$`, "u");
const roleSessions = new RegExp(`${within("sts")}assumed-role/${name}(\\*)?(?:/\\*)?$`, "u");
const session = new RegExp(`${within("sts")}assumed-role/${name}/([\\w+=,.@-]{1,64})(\\*)?$`, "u");
const federated = new RegExp(`${within("sts")}federated-user/${name}(\\*)?$`, "u");

/** Roles that IAM Identity Center makes begin so. */
const reserved = "AWSReservedSSO_";

/** Whether a pattern asks for the ARN of a principal by a wildcard, where nothing else names it. */
export function takesWildcard({ type, account, isBeginning, name }: WatchedPrincipal): boolean {
  return type !== "IAMUser" && account === undefined && isBeginning && !name.startsWith(reserved);
}

/** Whether some roles of IAM Identity Center, and others, begin so: no pattern tells them apart. */
function isHalfReserved(beginning: string): boolean {
  return beginning !== reserved && reserved.startsWith(beginning);
}

function principal(
  type: WatchedPrincipal["type"],
  [, partition, account]: RegExpExecArray,
  subject: string,
  isBeginning: boolean,
): WatchedPrincipal {
  return {
    type,
    ...(partition !== undefined && { partition }),
    ...(account !== undefined && account !== "*" && { account }),
    name: subject,
    isBeginning,
  };
}

/**
 * The principal that a text means: `user/NAME`, `role/NAME`, or an ARN of a user, a role, sessions of a
 * role or a federated user; `*` stands for any account, and for what follows the beginning of a name.
 * Undefined where it means none.
 */
export function watchedPrincipal(text: string): WatchedPrincipal | undefined {
  const ofUser = user.exec(text);
  if (ofUser) return principal("IAMUser", ofUser, ofUser[3] ?? "", ofUser[4] !== undefined);
  const ofRole = role.exec(text) ?? roleSessions.exec(text);
  if (ofRole) {
    const isBeginning = ofRole[4] !== undefined;
    if (isBeginning && isHalfReserved(ofRole[3] ?? "")) return undefined;
    return principal("AssumedRole", ofRole, `${ofRole[3] ?? ""}${isBeginning ? "" : "/"}`, true);
  }
  const one = session.exec(text);
  if (one) {
    const subject = `${one[3] ?? ""}/${one[4] ?? ""}`;
    return principal("AssumedRole", one, subject, one[5] !== undefined);
  }
  const other = federated.exec(text);
  return other
    ? principal("FederatedUser", other, other[3] ?? "", other[4] !== undefined)
    : undefined;
}

/** Whether every sign-in by the second is one by the first. */
export function coversPrincipal(one: WatchedPrincipal, other: WatchedPrincipal): boolean {
  if (one.type !== other.type) return false;
  if (one.account !== undefined && one.account !== other.account) return false;
  if (one.isBeginning) return other.name.startsWith(one.name);
  return !other.isBeginning && other.name === one.name;
}

/** Whether a sign-in may be one by both. */
export function principalsOverlap(one: WatchedPrincipal, other: WatchedPrincipal): boolean {
  const accounts = new Set([one.account, other.account].filter((id) => id !== undefined));
  if (accounts.size > 1) return false;
  const anywhere = ({ type, name, isBeginning }: WatchedPrincipal) => ({ type, name, isBeginning });
  return (
    coversPrincipal(anywhere(one), anywhere(other)) ||
    coversPrincipal(anywhere(other), anywhere(one))
  );
}

/** A prefix or a suffix where that says it: an event bus holds 30 rules with wildcards. */
function arnText({ type, partition, account, name, isBeginning }: WatchedPrincipal): Text {
  const named = `:${type === "AssumedRole" ? "assumed-role" : "federated-user"}/${name}`;
  if (partition === undefined || account === undefined) {
    return isBeginning ? like(`*${named}*`) : endingWith(named);
  }
  const arn = `arn:${partition}:sts::${account}${named}`;
  return isBeginning ? beginningWith(arn) : arn;
}

/**
 * What a principal does, as a set of events. Users are found by name and account, which records of
 * failures have as well; those of roles have nothing that names the role.
 * @param known what records of a role's session say of the role
 */
export function eventsBy(principal: WatchedPrincipal, known: RoleField): EventSet {
  const { type, account, name, isBeginning } = principal;
  const ofType = { "detail.userIdentity.type": is(type) };
  if (type === "IAMUser") {
    const userName = isBeginning ? beginningWith(name) : name;
    return [
      {
        ...ofType,
        ...(account !== undefined && { "detail.userIdentity.accountId": is(account) }),
        "detail.userIdentity.userName": is(userName),
      },
    ];
  }
  const [role = "", session] = name.split("/");
  if (type === "AssumedRole" && account === undefined && !session && known !== "none") {
    return [{ ...ofType, [roleName]: is(session === undefined ? beginningWith(role) : role) }];
  }
  // Such a role trusts Identity Center alone, so nobody switches into it.
  if (known === "none" && name.startsWith(reserved)) return [];
  return [{ ...ofType, "detail.userIdentity.arn": is(arnText(principal)) }];
}
