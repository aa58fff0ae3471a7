import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { roleArn } from "../../aws";
import type { Partition } from "../../aws/partitions";
import type { Answer } from "../answer";
import type { Aws } from "../aws";
import type { Service } from "../service";
import {
  FederationError,
  signInByFederation,
  type FederationSettings,
  type SessionCredentials,
} from "./federation";
import { reasonOf } from "./listening-queue";

const sts: Service<STSClient> = { prefix: "sts", create: (settings) => new STSClient(settings) };

/** Who signs in, and where. */
export interface DrillSignIn {
  readonly partition: Partition;
  readonly account: string;
  /** Region whose sign-in endpoint is used. */
  readonly region: string;
  /** Name of the role that may do nothing. */
  readonly role: string;
  /** External id that its trust policy asks for. @default - none is sent */
  readonly externalId?: string;
  /** What the session is called in the alert. */
  readonly session: string;
}

/** Signs in to an account through a region. @returns why it did not work; undefined where it did */
export type SignIn = (signIn: DrillSignIn, signal: AbortSignal) => Promise<string | undefined>;

function assumed(aws: Aws, home: string, signIn: DrillSignIn): Promise<Answer<SessionCredentials>> {
  const { account, role, session, partition, externalId } = signIn;
  return aws.at({ account: aws.identity.account, region: home }, (here) =>
    here.ask({
      service: sts,
      operation: "AssumeRole",
      send: (client) =>
        client.send(
          // No DurationSeconds: where a role assumes this one, AWS refuses the sign-in with it.
          new AssumeRoleCommand({
            RoleArn: roleArn({ partition, account }, role),
            RoleSessionName: session,
            ...(externalId !== undefined && { ExternalId: externalId }),
          }),
        ),
      result: ({ Credentials: given }) => {
        const { AccessKeyId, SecretAccessKey, SessionToken } = given ?? {};
        return AccessKeyId === undefined ||
          SecretAccessKey === undefined ||
          SessionToken === undefined
          ? undefined
          : {
              accessKeyId: AccessKeyId,
              secretAccessKey: SecretAccessKey,
              sessionToken: SessionToken,
            };
      },
    }),
  );
}

/**
 * Sign-ins by the credentials of the process, which assume the role of the drill.
 * @param aws - without roles of its own
 * @param home - region whose STS is asked
 */
export function signInWith(
  aws: Aws,
  home: string,
  settings: Omit<FederationSettings, "signal">,
): SignIn {
  return async (signIn, signal) => {
    const credentials = await assumed(aws, home, signIn);
    if (credentials.state !== "known") {
      return `the role ${signIn.role} of the account ${signIn.account} cannot be assumed: ${reasonOf(credentials)}`;
    }
    try {
      await signInByFederation(signIn, credentials.value, { ...settings, signal });
      return undefined;
    } catch (error) {
      if (error instanceof FederationError) return error.message;
      throw error;
    }
  };
}
