import { createHash } from "node:crypto";
import { secretAddressOf } from "./secret-address";

/** The first digits tell two addresses of a host apart, and do not give the address away. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** Host and port, without what may stand before: a user name and a password. */
function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#]*@)?([\w.:-]*)/iu.exec(url)?.[1] ?? "";
}

const urls = /\bhttps?:\/\/[^\s"'<>\\]+/giu;

/**
 * The endpoint of a subscription for people to read. An https address is often a credential: who has
 * it may post to a pager. It is shown as its host and the beginning of its SHA-256, such as
 * `events.pagerduty.com#1a2b3c4d`; two that look alike are the same. Where it is kept is no secret.
 */
export function shownEndpoint(endpoint: string, protocol = ""): string {
  if (/^https?:/iu.test(endpoint)) return `${hostOf(endpoint)}#${digest(endpoint)}`;
  if (secretAddressOf(endpoint)) return endpoint;
  // What is not an address may be one that was mistyped.
  return /^https?$/iu.test(protocol) ? `#${digest(endpoint)}` : endpoint;
}

/** A recipient for people to read: `email:a@example.com`, `https:events.pagerduty.com#1a2b3c4d`. */
export function shownRecipient(protocol: string, endpoint: string): string {
  return `${protocol}:${shownEndpoint(endpoint, protocol)}`;
}

/** What everybody may read: a host alone, or what a server says about itself (RFC 8615). */
function isPublic(url: string): boolean {
  const [, rest = ""] = /^https:\/\/[\w.:-]+\/*(.*)$/iu.exec(url) ?? [url, url];
  return rest === "" || /^\.well-known\/[\w.-]+$/u.test(rest);
}

/** A text for people to read, each address in it that has more than a host as {@link shownEndpoint}. */
export function withoutAddresses(text: string): string {
  return text.replace(urls, (url) => (isPublic(url) ? url : shownEndpoint(url)));
}
