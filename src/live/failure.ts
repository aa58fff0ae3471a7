import { isJsonObject, objectIn, textIn } from "../json/value";

/**
 * Why a call failed, as far as it matters here.
 * - `place`: every other call in this account and region fails alike, so none is tried
 */
export interface Failure {
  readonly isMissing: boolean;
  readonly isOfPlace: boolean;
  readonly reason: string;
}

const missing = /^(?:\w*\.)*\w*(?:NotFound|NoSuch|DoesNotExist|NonExistent)\w*$/u;
const denied = /AccessDenied|AuthorizationError|UnauthorizedOperation|NotAuthorized|Forbidden/u;
const throttled = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|PriorRequestNotComplete/u;
const expired = /Expired/u;
const notAccepted =
  /^(?:InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId|InvalidToken)$/u;
/** Names that the SDK gives to what has no code of AWS, such as the page of a proxy. */
const nameless = /^(?:SyntaxError|Error|Unknown)$/u;
/** Names that it gives also to whatever has the status 404. */
const byStatus = /^NotFound(?:Exception)?$/u;
const unreachable =
  /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|TimeoutError|CERT_\w+|\w*SIGNED_CERT\w*)$/u;

/** What the error of a call says. @param permission - what the call needs */
export function failureOf(error: unknown, permission: string): Failure {
  const { name, code, message, status, isOfAws } = factsOf(error);
  const failure = (reason: string, isOfPlace = false): Failure => ({
    isMissing: false,
    isOfPlace,
    reason,
  });
  if (name === "TimeoutError" && !/establish a connection/u.test(message)) {
    return failure("no answer in time (TimeoutError)");
  }
  const network = [code, name].find((each) => unreachable.test(each));
  if (network !== undefined) return failure(`the endpoint cannot be reached (${network})`, true);
  if (expired.test(name)) return failure(`the credentials have expired (${name})`, true);
  if (notAccepted.test(name)) {
    const why = "the region is not enabled in the account, or the credentials are wrong";
    return failure(`the credentials are not accepted (${name}): ${why}`, true);
  }
  if (name === "CredentialsProviderError") return failure("there are no credentials", true);
  if (throttled.test(name) || status === 429) {
    return failure(`throttled, also after several attempts (${name})`);
  }
  if (!isOfAws && status !== undefined) {
    return failure(`the answer cannot be read, HTTP status ${status}`);
  }
  if (missing.test(name)) return { ...failure("it does not exist"), isMissing: true };
  if (denied.test(name) || status === 401 || status === 403)
    return failure(denial(message, permission));
  return failure(`${name}${status === undefined ? "" : `, HTTP status ${status}`}`);
}

/** AWS names the action, which may be another than the call's, and the kind of policy. */
function denial(message: string, permission: string): string {
  const action = /to perform:? ([\w-]+:\w+)/u.exec(message)?.[1] ?? permission;
  const by = /explicit deny in an? ([a-z][a-z -]{0,40}policy)/u.exec(message)?.[1];
  return `access denied${by === undefined ? "" : ` by ${by}`}: ${action} is needed`;
}

interface ErrorFacts {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status?: number;
  /** Whether it has the name that AWS gives it, and not one of the SDK's own. */
  readonly isOfAws: boolean;
}

function factsOf(error: unknown): ErrorFacts {
  // Edge: what the SDK throws.
  const thrown = error instanceof Error ? (error as unknown) : undefined;
  const facts = Object(thrown) as Readonly<Record<string, unknown>>;
  const { $metadata } = facts;
  const status = isJsonObject($metadata) ? objectIn($metadata)["httpStatusCode"] : undefined;
  const name = textIn(facts["name"]) ?? "unknown error";
  const message = textIn(facts["message"]) ?? "";
  const isSaid = facts["Code"] !== undefined || !/^Unknown(?:Error)?$/u.test(message);
  return {
    name,
    code: textIn(facts["code"]) ?? "",
    message,
    ...(typeof status === "number" && { status }),
    isOfAws: !nameless.test(name) && (isSaid || !byStatus.test(name)),
  };
}
