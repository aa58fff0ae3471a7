import { isObject, textOf, type TfObject, type TfValue } from "./values";

/** Where a provider configuration acts: what its resources get that they don't set themselves. */
export interface ProviderScope {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly defaultTags: TfObject;
}

/** The account of a provider that names none: that of the credentials in the environment. */
export const AMBIENT_ACCOUNT = "000000000000";
/** The region of a provider that names none. */
const AMBIENT_REGION = "us-east-1";

/** Reads account, region and default tags from a provider's configuration. */
export function scopeOf(config: TfValue): ProviderScope {
  const settings = isObject(config) ? config : {};
  const region = textOf(settings.region) ?? AMBIENT_REGION;
  return {
    account: assumedAccount(settings) ?? allowedAccounts(settings)[0] ?? AMBIENT_ACCOUNT,
    region,
    partition: partitionOf(region),
    defaultTags: defaultTags(settings),
  };
}

/** Why AWS would turn this configuration down, or undefined. */
export function scopeProblem(config: TfValue): string | undefined {
  const settings = isObject(config) ? config : {};
  const { account } = scopeOf(config);
  const allowed = allowedAccounts(settings);
  if (allowed.length === 0 || allowed.includes(account)) return undefined;
  return `AWS account ID not allowed: ${account}, allowed: ${allowed.join(", ")}`;
}

/** The partition a region belongs to. */
function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

function assumedAccount(settings: TfObject): string | undefined {
  // A chain of roles ends in the last one.
  const role = blocks(settings.assume_role).at(-1)?.role_arn;
  return /^arn:[\w-]+:iam::(\d{12}):role\//.exec(textOf(role) ?? "")?.[1];
}

function allowedAccounts(settings: TfObject): string[] {
  const accounts = settings.allowed_account_ids;
  return Array.isArray(accounts) ? accounts.filter((id) => typeof id === "string") : [];
}

function defaultTags(settings: TfObject): TfObject {
  const tags = blocks(settings.default_tags)[0]?.tags;
  return isObject(tags) ? tags : {};
}

function blocks(value: TfValue | undefined): TfObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
