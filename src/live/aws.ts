import type { LivePlace, NotKnown } from "./answer";
import { bounded } from "./bounded";
import { CredentialSource, type Identity, type LiveAccess } from "./credentials";
import { Here, type Shared } from "./here";

/** How many places are read at once: each has a request or two under way. */
const placesAtOnce = 16;

/**
 * A live organization. Commands load this folder by `import()` alone, so that no other command pays for
 * the SDK.
 *
 * ```ts
 * const aws = await openAws({ region: "us-east-1", partition: "aws", roleArn });
 * const names = await aws.each(places, async (here) =>
 *   here.pages({
 *     service: events, // { prefix: "events", create: (settings) => new EventBridgeClient(settings) }
 *     operation: "ListRules",
 *     send: (client, NextToken) => client.send(new ListRulesCommand({ NextToken })),
 *     result: ({ Rules }) => Rules,
 *     next: ({ NextToken }) => NextToken,
 *   }),
 * );
 * aws.notKnown; // what was denied or unreachable: report it, never take it for "none"
 * ```
 */
export class Aws {
  readonly #notKnown = new Map<string, NotKnown>();
  readonly #calls = new Map<string, number>();
  readonly #shared: Shared;

  constructor(
    readonly identity: Identity,
    readonly source: CredentialSource,
  ) {
    this.#shared = {
      settings: ({ account, region }) => ({
        ...source.shared,
        region,
        credentials: source.of(account),
      }),
      enter: async (account) => {
        if (!this.mayRead(account)) {
          throw Object.assign(new Error("of another account"), {
            name: `the credentials are of the account ${identity.account}, and no role is named for this one`,
          });
        }
        await source.of(account)();
      },
      count: (permission) => {
        this.#calls.set(permission, (this.#calls.get(permission) ?? 0) + 1);
      },
      keep: (notKnown) => {
        const { account, region, permission, reason } = notKnown;
        const key = JSON.stringify([account, region, permission, reason]);
        this.#notKnown.set(key, notKnown);
      },
    };
  }

  /** Whether there are credentials for an account, or a role by which to get them. */
  mayRead(account: string): boolean {
    return this.source.access.roleArn(account) !== undefined || account === this.identity.account;
  }

  /** Everything that AWS did not say, sorted; each once. */
  get notKnown(): readonly NotKnown[] {
    return [...this.#notKnown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  }

  /** Number of calls by permission, sorted; attempts of the SDK count as one. */
  get calls(): ReadonlyMap<string, number> {
    return new Map([...this.#calls].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Reads one account and region. */
  at<T>(place: LivePlace, read: (here: Here) => Promise<T>): Promise<T> {
    return read(new Here(place, this.#shared));
  }

  /** Reads places, so many at once; the results are in the order of the places. */
  async each<P extends LivePlace, T>(
    places: readonly P[],
    read: (here: Here, place: P) => Promise<T>,
    onProgress?: (done: number, total: number) => void,
  ): Promise<readonly T[]> {
    let done = 0;
    return bounded(places, placesAtOnce, async (place) => {
      const result = await this.at(place, (here) => read(here, place));
      done += 1;
      onProgress?.(done, places.length);
      return result;
    });
  }
}

/**
 * Begins to read a live organization: finds the credentials by the SDK's own chain, and asks AWS whose
 * they are. Endpoints are those of AWS, or of `AWS_ENDPOINT_URL`.
 * @throws UnusableInputError where there are no credentials, or AWS does not accept them, or they are of another partition
 */
export async function openAws(access: LiveAccess): Promise<Aws> {
  const source = new CredentialSource(access);
  return new Aws(await source.identify(), source);
}
