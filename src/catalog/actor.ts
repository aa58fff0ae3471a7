import { objectIn } from "../json/value";

/** What CloudTrail writes where a name that nobody has was typed, for it may be a password. */
const hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";

const session = /:assumed-role\/([^/]+)\/(.+)$/su;
/** Roles that IAM Identity Center makes of a permission set; nobody else may use the name. */
const permissionSet = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/su;
const federated = /:federated-user\/(.+)$/su;
const user = /:user\/(?:.*\/)?([^/]+)$/su;
const nameOfSession = /^[^:]*:(.+)$/su;

/** Who acted: the name, and in other words by what, such as the role of a session. */
export interface Actor {
  readonly name: string;
  readonly by?: string;
}

/**
 * The best name that a record has for who acted: of the user, of the session and its role, of the user
 * of a directory; an id only where there is no name. Undefined where the record names nobody.
 * @param shown makes a name fit to be shown
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
export function actorOf(event: unknown, shown: (name: string) => string): Actor | undefined {
  const detail = objectIn(event)["detail"];
  const at = (...path: readonly string[]): string | undefined => {
    const value = path.reduce<unknown>((inner, name) => objectIn(inner)[name], detail);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const of = (name: string): string | undefined => at("userIdentity", name);
  const arn = of("arn") ?? "";
  const [, role, roleSession] = session.exec(arn) ?? [];
  if (role !== undefined) {
    const [, set] = permissionSet.exec(role) ?? [];
    const by = set === undefined ? `role ${shown(role)}` : `permission set ${shown(set)}`;
    return { name: shown(roleSession ?? ""), by };
  }
  const [, federatedUser] = federated.exec(arn) ?? [];
  const issuer = at("userIdentity", "sessionContext", "sessionIssuer", "userName");
  if (federatedUser !== undefined) {
    const user = shown(federatedUser);
    return { name: user, ...(issuer !== undefined && { by: `federated by ${shown(issuer)}` }) };
  }
  // Its user name, where a record has one, is the alias of the account.
  if (of("type") === "Root") return { name: "the root user" };
  const userName = of("userName") ?? at("additionalEventData", "UserName");
  if (userName === hidden) return { name: "a user that does not exist" };
  if (userName !== undefined) {
    const provider = of("identityProvider");
    const name = shown(userName);
    return { name, ...(provider !== undefined && { by: `of ${shown(provider)}` }) };
  }
  const principal = of("principalId");
  const [, sessionName] = nameOfSession.exec(principal ?? "") ?? [];
  const name =
    sessionName ??
    user.exec(arn)?.[1] ??
    (arn === "" ? undefined : arn) ??
    at("userIdentity", "onBehalfOf", "userId") ??
    principal ??
    of("invokedBy") ??
    of("type");
  return name === undefined ? undefined : { name: shown(name) };
}
