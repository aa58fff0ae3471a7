import type { Partition } from "./partitions";

interface SignIn {
  readonly domain: string;
  /** The region that is signed in to at the domain itself; absent: all are. */
  readonly home?: string;
}

/** Where people and identity brokers sign in to the console. */
const signIns: Readonly<Record<Partition, SignIn>> = {
  aws: { domain: "signin.aws.amazon.com", home: "us-east-1" },
  "aws-us-gov": { domain: "signin.amazonaws-us-gov.com", home: "us-gov-west-1" },
  "aws-cn": { domain: "signin.amazonaws.cn" },
};

/**
 * Domain at which a region signs people in to the console.
 * @see https://docs.aws.amazon.com/general/latest/gr/signin-service.html
 */
export function signInDomain(partition: Partition, region: string): string {
  const { domain, home } = signIns[partition];
  return home === undefined || home === region ? domain : `${region}.${domain}`;
}
