import { known, type Answer, type LivePlace, type NotKnown } from "./answer";
import { failureOf } from "./failure";
import {
  permissionOf,
  type Call,
  type ClientSettings,
  type PagedCall,
  type Service,
} from "./service";
import { isWhole } from "./whole";

/** What all places share: how clients are made, and what is counted. */
export interface Shared {
  readonly settings: (place: LivePlace) => ClientSettings;
  /** Fails where no call in the account can succeed. */
  readonly enter: (account: string) => Promise<void>;
  readonly count: (permission: string) => void;
  readonly keep: (notKnown: NotKnown) => void;
}

/** Pages of one answer that are read at most: far more than AWS has of anything that is asked for. */
const mostPages = 10_000;

/** An account and region that is being read. Clients are made when they are first needed, and go with it. */
export class Here {
  readonly #clients = new Map<unknown, unknown>();
  /** Why nothing more is asked here. */
  #closed: NotKnown | undefined;
  /** What was asked last. */
  #asked = "";

  constructor(
    readonly place: LivePlace,
    readonly shared: Shared,
  ) {}

  /** Asks once, the SDK's attempts included. It never rejects: what fails is not known, and is kept. */
  async ask<C, A, T>(call: Call<C, A, T>): Promise<Answer<T>> {
    const permission = permissionOf(call);
    if (this.#closed !== undefined) return { state: "not known", notKnown: this.#closed };
    try {
      await this.shared.enter(this.place.account);
    } catch (error) {
      return this.#close("sts:AssumeRole", error);
    }
    try {
      this.shared.count(permission);
      this.#asked = permission;
      const answer = await call.send(this.#client(call.service));
      const result = isWhole(answer) ? call.result(answer) : undefined;
      return result === undefined
        ? this.#lost({ ...this.place, permission, reason: "the answer lacks its result" })
        : known(result);
    } catch (error) {
      const { isMissing, isOfPlace, reason } = failureOf(error, permission);
      if (isMissing) return { state: "missing" };
      if (isOfPlace) return this.#close(permission, error);
      return this.#lost({ ...this.place, permission, reason });
    }
  }

  /** Asks for page after page. A page that fails, and pages without end, make all of it not known. */
  async pages<C, A, T>(call: PagedCall<C, A, T>): Promise<Answer<readonly T[]>> {
    const items: T[] = [];
    const tokens = new Set<string | undefined>();
    let token: string | undefined;
    do {
      tokens.add(token);
      const from = token;
      const page = await this.ask({
        ...call,
        send: (client: C) => call.send(client, from),
        result: (answer: A) => {
          const found = call.result(answer);
          // Edge: what a server says is the next page, whatever its type promises.
          const next: unknown = call.next(answer) ?? undefined;
          if (next !== undefined && typeof next !== "string") return undefined;
          return found && { found, next };
        },
      });
      if (page.state !== "known") return page;
      items.push(...page.value.found);
      token = page.value.next;
    } while (token !== undefined && token !== "" && !tokens.has(token) && tokens.size < mostPages);
    if (token === undefined || token === "") return known(items);
    const reason = "its pages have no end";
    return this.#lost({ ...this.place, permission: permissionOf(call), reason });
  }

  /**
   * Reads something of which no part may be taken for all of it: where an answer is none that AWS
   * documents, it is not known.
   */
  async whole<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await read();
    } catch (error) {
      const what = error instanceof Error ? error.name : "unknown error";
      const reason = `what was answered, to this call or one before it, cannot be understood (${what})`;
      this.#lost({ ...this.place, permission: this.#asked, reason });
      return otherwise;
    }
  }

  #client<C>(service: Service<C>): C {
    const made = this.#clients.get(service) ?? service.create(this.shared.settings(this.place));
    this.#clients.set(service, made);
    // What the service made: the map is keyed by it.
    return made as C;
  }

  #lost(notKnown: NotKnown): Answer<never> {
    this.shared.keep(notKnown);
    return { state: "not known", notKnown };
  }

  #close(permission: string, error: unknown): Answer<never> {
    const { reason } = failureOf(error, permission);
    this.#closed ??= { ...this.place, permission, reason };
    return this.#lost(this.#closed);
  }
}
