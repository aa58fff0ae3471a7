import type { STSClientConfig } from "@aws-sdk/client-sts";

/** What every client of the SDK is made with here. */
export type ClientSettings = Pick<
  STSClientConfig,
  "region" | "credentials" | "requestHandler" | "retryMode" | "maxAttempts"
>;

/** An AWS service, as this folder calls it. */
export interface Service<C> {
  /** What the names of its permissions begin with, such as `events`. */
  readonly prefix: string;
  readonly create: (settings: ClientSettings) => C;
}

/** One call of a service. */
export interface Call<C, A, T> {
  readonly service: Service<C>;
  /** As AWS names it, such as `ListRules`. */
  readonly operation: string;
  /** @default - the prefix of the service, and the operation */
  readonly permission?: string;
  readonly send: (client: C) => Promise<A>;
  /** Takes the result out of the answer; undefined where the answer lacks it: then it is not known. */
  readonly result: (answer: A) => T | undefined;
}

/** A call whose answer has pages. */
export interface PagedCall<C, A, T> extends Omit<Call<C, A, readonly T[]>, "send"> {
  /** @param token - where the page begins; undefined for the first */
  readonly send: (client: C, token: string | undefined) => Promise<A>;
  /** Where the next page begins; undefined after the last. */
  readonly next: (answer: A) => string | undefined;
}

export function permissionOf({
  service,
  operation,
  permission,
}: Pick<Call<unknown, unknown, unknown>, "service" | "operation" | "permission">): string {
  return permission ?? `${service.prefix}:${operation}`;
}
