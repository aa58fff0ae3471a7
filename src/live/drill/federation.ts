import { consoleDomain, type Partition } from "../../aws/partitions";
import { signInDomain } from "../../aws/sign-in-domain";
import { isJsonObject, objectIn, textIn } from "../../json/value";
import { isWithin, SessionCookies } from "./session-cookies";

/** Where a sign-in happens. */
export interface FederationPlace {
  readonly partition: Partition;
  readonly region: string;
}

/** Temporary credentials of a role. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** What the federation endpoint is asked with. */
export interface FederationSettings {
  /**
   * Address that stands in the place of AWS's, `{region}` for the region: for tests.
   * @default - AWS's endpoint of the region
   */
  readonly endpoint?: string;
  readonly signal: AbortSignal;
  /** Milliseconds until an answer is given up. @default 30000 */
  readonly patience?: number;
}

/** How often the console sends a browser on until it has a session. */
const mostRedirects = 10;

/** Longest answer that is read, in characters: a token has some hundred. */
const longestAnswer = 100_000;

/** The federation endpoint of a region. */
export function federationEndpoint({ partition, region }: FederationPlace): string {
  return `https://${signInDomain(partition, region)}/federation`;
}

/** Why the endpoint did not do what it was asked; holds no address and no secret. */
export class FederationError extends Error {
  override readonly name = "FederationError";
}

async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { signal, patience = 30_000 }: FederationSettings,
): Promise<Response> {
  try {
    return await fetch(url, {
      headers,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
  } catch (error) {
    // What is thrown may quote the address, which is a credential.
    const cause = error instanceof Error ? error.cause : undefined;
    const code = isJsonObject(cause) ? textIn(objectIn(cause)["code"]) : undefined;
    const name = error instanceof Error ? error.name : "unknown error";
    throw new FederationError(
      signal.aborted
        ? "interrupted"
        : `the sign-in endpoint ${url.host} cannot be reached (${code ?? name})`,
    );
  }
}

function refused(url: URL, what: string, { status }: Response): FederationError {
  return new FederationError(
    `the sign-in endpoint ${url.host} refused ${what} (HTTP status ${status})`,
  );
}

async function signinToken(
  url: URL,
  { accessKeyId, secretAccessKey, sessionToken }: SessionCredentials,
  settings: FederationSettings,
): Promise<string> {
  const asked = new URL(url);
  // No SessionDuration: AWS refuses it for a role that a role has assumed.
  asked.search = new URLSearchParams({
    Action: "getSigninToken",
    Session: JSON.stringify({
      sessionId: accessKeyId,
      sessionKey: secretAccessKey,
      sessionToken,
    }),
  }).toString();
  const response = await ask(asked, {}, settings);
  if (response.status !== 200) throw refused(url, "a sign-in token", response);
  let answer: unknown;
  try {
    answer = JSON.parse((await response.text()).slice(0, longestAnswer));
  } catch {
    answer = undefined;
  }
  const token = isJsonObject(answer) ? textIn(objectIn(answer)["SigninToken"]) : undefined;
  if (token === undefined || token === "") {
    throw new FederationError(`the sign-in endpoint ${url.host} answered without a sign-in token`);
  }
  return token;
}

/** Whether the sign-in may be sent on to an address: it carries the session there. */
function mayFollow(from: URL, to: URL, { partition }: FederationPlace): boolean {
  if (to.protocol !== from.protocol) return false;
  // `aws.amazon.com` of `console.aws.amazon.com`.
  const domain = consoleDomain(partition).replace(/^console\./u, "");
  return to.host === from.host || isWithin(to.hostname, domain);
}

/**
 * Signs in to the console of an account as a browser would that follows the login address of an identity
 * broker. The session ends with the credentials.
 * @throws FederationError where the endpoint does not answer or refuses
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
export async function signInByFederation(
  place: FederationPlace,
  credentials: SessionCredentials,
  settings: FederationSettings,
): Promise<void> {
  const { endpoint = federationEndpoint(place) } = settings;
  const url = new URL(endpoint.replaceAll("{region}", place.region));
  const token = await signinToken(url, credentials, settings);
  const login = new URL(url);
  login.search = new URLSearchParams({
    Action: "login",
    Issuer: "signin-alerts-drill",
    Destination: `https://${place.region}.${consoleDomain(place.partition)}/`,
    SigninToken: token,
  }).toString();
  const cookies = new SessionCookies();
  let at = login;
  for (let sent = 0; sent <= mostRedirects; sent += 1) {
    const response = await ask(at, cookies.headerFor(at.hostname), settings);
    await response.body?.cancel();
    cookies.keep(at.hostname, response.headers);
    if (response.status >= 400) {
      // Who has been sent on is signed in: what the console shows to a role that may do nothing is its affair.
      if (sent > 0) return;
      throw refused(url, "the sign-in", response);
    }
    const location = response.headers.get("location");
    if (location === null || !URL.canParse(location, at.href)) return;
    const next = new URL(location, at);
    if (!mayFollow(at, next, place)) return;
    at = next;
  }
}
