import { createHash } from "node:crypto";
import { textOf, type TfObject } from "../values";

/** A resource that is being created: what is configured and where it goes. */
export interface NewResource {
  readonly type: string;
  readonly values: TfObject;
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Gives out each identifier once, so that two equal resources get different ones. */
  readonly unique: (make: (attempt: number) => string) => string;
}

/** The values that AWS adds to a new resource. */
export type ComputedValues = (resource: NewResource) => TfObject;

/** An ARN in the general form; pass an empty region or account for services that leave it out. */
export function arn(
  resource: NewResource,
  service: string,
  path: string,
  where: { readonly region?: ""; readonly account?: "" } = {},
): string {
  const region = where.region ?? resource.region;
  const account = where.account ?? resource.account;
  return `arn:${resource.partition}:${service}:${region}:${account}:${path}`;
}

/** The configured text of an argument, or empty. */
export function configured(resource: NewResource, argument: string): string {
  return textOf(resource.values[argument]) ?? "";
}

/** The configured name; else one made from the prefix, as the provider makes it. */
export function nameOf(resource: NewResource, argument = "name"): string {
  const name = configured(resource, argument);
  if (name !== "") return name;
  const prefix = configured(resource, `${argument}_prefix`);
  return `${prefix === "" ? "terraform-" : prefix}${digest(resource, "name").slice(0, 26)}`;
}

/** A uuid that the same resource gets in every run. */
export function uuid(resource: NewResource): string {
  return digest(resource, "uuid").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** An identifier in the form of IAM's, for example `AROA…`. */
export function iamId(resource: NewResource, prefix: string): string {
  return `${prefix}${digest(resource, "iam").slice(0, 16).toUpperCase()}`;
}

/** The last part of a path or ARN. */
export function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(":")) + 1);
}

function digest(resource: NewResource, purpose: string): string {
  const { type, account, region, values } = resource;
  return resource.unique((attempt) =>
    createHash("sha256")
      .update(JSON.stringify([purpose, type, account, region, values, attempt]))
      .digest("hex"),
  );
}
