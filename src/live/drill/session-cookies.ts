/** Cookies of one sign-in, each sent back to whom it is of. */
export class SessionCookies {
  readonly #cookies = new Map<string, { readonly domain: string; readonly pair: string }>();

  /** Keeps what an answer sets. @see https://www.rfc-editor.org/rfc/rfc6265#section-5.2 */
  keep(host: string, headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const named = attributes.find((part) => /^domain=/iu.test(part))?.slice("domain=".length);
      const domain = (named ?? host).replace(/^\./u, "").toLowerCase();
      // A host may speak for itself and for what it is part of.
      if (!isWithin(host, domain)) continue;
      this.#cookies.set(`${domain} ${pair.split("=")[0] ?? ""}`, { domain, pair });
    }
  }

  /** The header for a host; absent where it has no cookie. */
  headerFor(host: string): { readonly cookie?: string } {
    const pairs = [...this.#cookies.values()]
      .filter(({ domain }) => isWithin(host, domain))
      .map(({ pair }) => pair);
    return pairs.length === 0 ? {} : { cookie: pairs.join("; ") };
  }
}

/** Whether a host is of a domain. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
