import type { RecordedRequest } from "./recorder";
import { lambdaAction, s3Action } from "./rest-actions";

/** A request as IAM sees it. */
export interface Call {
  readonly action: string;
  readonly region: string;
  /** Parameters of the request. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What a REST request is about. */
  readonly url: URL;
}

/** Services whose actions begin otherwise than the name that requests are signed for. */
const prefixes: Readonly<Record<string, string>> = { monitoring: "cloudwatch" };

/** Which action of IAM a request needs. @throws for a request that is not known how to be read */
export function callOf({ method, url: path, headers, body }: RecordedRequest): Call {
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? "");
  const [, region = "", service = ""] = scope ?? [];
  const url = new URL(path, "http://aws");
  const common = { region, url };
  if (service === "s3") return { ...common, action: s3Action(method, url), parameters: {} };
  if (service === "lambda") {
    return { ...common, action: lambdaAction(method, url), parameters: jsonIn(body) };
  }
  const prefix = prefixes[service] ?? service;
  const target = headers["x-amz-target"];
  const operation = typeof target === "string" ? target.split(".").at(-1) : undefined;
  if (operation !== undefined) {
    return { ...common, action: `${prefix}:${operation}`, parameters: jsonIn(body) };
  }
  const binary = /\/operation\/(\w+)$/.exec(path)?.[1];
  if (binary !== undefined) return { ...common, action: `${prefix}:${binary}`, parameters: {} };
  const form = Object.fromEntries(new URLSearchParams(body));
  const { Action: action } = form;
  if (action === undefined) throw new Error(`${method} ${path} of ${service} has no action`);
  return { ...common, action: `${prefix}:${action}`, parameters: form };
}

function jsonIn(body: string): Readonly<Record<string, unknown>> {
  // Edge: what the provider sent.
  return body === "" ? {} : (JSON.parse(body) as Readonly<Record<string, unknown>>);
}
