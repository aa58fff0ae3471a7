import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { parseArn } from "../aws";
import { isAccountId } from "../aws/organizations";
import { UnusableInputError } from "../json/read-json";
import { failureOf } from "./failure";
import type { ClientSettings } from "./service";

/** As whom AWS is read. */
export interface LiveAccess {
  /** Region whose STS endpoint is asked: one that is on in every account, such as that of the hub. */
  readonly region: string;
  /** Partition of all accounts. */
  readonly partition: string;
  /** The role to assume in an account; undefined for the credentials themselves, which then are of it. */
  readonly roleArn: (account: string) => string | undefined;
  /** What the trust policy of the role in an account asks for; undefined for none. @default - none */
  readonly externalId?: (account: string) => string | undefined;
  /** How the sessions are called in CloudTrail. @default "signin-alerts" */
  readonly sessionName?: string;
  /** Milliseconds until a connection, and then an answer, is given up. @default 5000 and 30000 */
  readonly patience?: { readonly connection: number; readonly answer: number };
}

/** Who the credentials are of. */
export interface Identity {
  readonly account: string;
  readonly arn: string;
}

type Credentials = Exclude<NonNullable<ClientSettings["credentials"]>, () => unknown>;

/** Seconds before their end in which credentials are renewed. */
const renewal = 300;

function isFresh({ expiration }: Credentials): boolean {
  return expiration === undefined || expiration.getTime() - Date.now() > renewal * 1000;
}

/** The credentials that this process was started with, and those of the roles that they may assume. */
export class CredentialSource {
  readonly #sts: STSClient;
  readonly #own: Exclude<ClientSettings["credentials"], Credentials | undefined>;
  readonly #assumed = new Map<string, Promise<Credentials>>();
  #identity: Identity = { account: "", arn: "" };

  constructor(readonly access: LiveAccess) {
    // Node.js 20 is supported here; the SDK would print a paragraph about its next year.
    process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
    const { region, patience: { connection, answer } = { connection: 5000, answer: 30_000 } } =
      access;
    this.#own = fromNodeProviderChain({ clientConfig: { region } });
    this.#sts = new STSClient({
      region,
      credentials: this.#own,
      retryMode: "adaptive",
      requestHandler: {
        connectionTimeout: connection,
        requestTimeout: answer,
        throwOnRequestTimeout: true,
      },
    });
  }

  /** What every client shares: one set of connections. */
  get shared(): Pick<ClientSettings, "requestHandler" | "retryMode" | "maxAttempts"> {
    return {
      requestHandler: this.#sts.config.requestHandler,
      retryMode: "adaptive",
      // The variable and the profile go before.
      ...(process.env["AWS_MAX_ATTEMPTS"] === undefined && { maxAttempts: 6 }),
    };
  }

  get identity(): Identity {
    return this.#identity;
  }

  /** Asks who the credentials are of. @throws UnusableInputError where there are none that AWS accepts */
  async identify(): Promise<Identity> {
    const { account, arn } = await this.#callerIdentity();
    const { partition } = parseArn(arn) ?? {};
    if (partition !== undefined && partition !== this.access.partition) {
      throw new UnusableInputError(
        `the AWS credentials are of the partition ${partition}, the configuration is of ${this.access.partition}: use a profile of that partition`,
      );
    }
    return (this.#identity = { account, arn });
  }

  /** Credentials for an account. Rejects where its role cannot be assumed, each time with the same error. */
  of(account: string): () => Promise<Credentials> {
    const roleArn = this.access.roleArn(account);
    if (roleArn === undefined || this.#isAlready(roleArn)) return this.#own;
    return () => {
      const before = this.#assumed.get(account);
      // Kept before anything is awaited: the regions of an account begin at once.
      const credentials =
        before === undefined
          ? this.#assume(account, roleArn)
          : before.then((held) => (isFresh(held) ? held : this.#assume(account, roleArn)));
      this.#assumed.set(account, credentials);
      return credentials;
    };
  }

  async #callerIdentity(): Promise<Identity> {
    try {
      const { Account: account, Arn: arn } = await this.#sts.send(new GetCallerIdentityCommand({}));
      if (account === undefined || !isAccountId(account) || arn === undefined) {
        throw Object.assign(new Error(), { name: "the answer lacks the account" });
      }
      return { account, arn };
    } catch (error) {
      const { reason } = failureOf(error, "sts:GetCallerIdentity");
      const advice = /reached|^the answer /u.test(reason)
        ? "see AWS_ENDPOINT_URL, HTTPS_PROXY and the network"
        : "sign in (aws sso login), name a profile (AWS_PROFILE), or set the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
      const detail =
        error instanceof Error && error.name === "CredentialsProviderError"
          ? `: ${error.message}`
          : "";
      throw new UnusableInputError(
        `AWS does not say who the credentials are of: ${reason}${detail}; ${advice}`,
      );
    }
  }

  /** Whether the process runs as the role: many may not assume themselves. */
  #isAlready(roleArn: string): boolean {
    const [, , , , account = "", name = ""] = roleArn.split(":");
    const role = name.split("/").at(-1) ?? "";
    return this.#identity.arn.includes(`::${account}:assumed-role/${role}/`);
  }

  async #assume(account: string, roleArn: string): Promise<Credentials> {
    const { sessionName = "signin-alerts" } = this.access;
    const externalId = this.access.externalId?.(account);
    const { Credentials: given } = await this.#sts.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: sessionName,
        ...(externalId !== undefined && { ExternalId: externalId }),
      }),
    );
    const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey } = given ?? {};
    if (accessKeyId === undefined || secretAccessKey === undefined) {
      throw new Error("AssumeRole answered without credentials");
    }
    return {
      accessKeyId,
      secretAccessKey,
      ...(given?.SessionToken !== undefined && { sessionToken: given.SessionToken }),
      ...(given?.Expiration !== undefined && { expiration: given.Expiration }),
    };
  }
}
