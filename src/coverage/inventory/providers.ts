import { partitionOfNewRegion } from "../../aws/regions";
import { findRegion, parseArn, type Partition } from "../../aws";
import { parameterArn } from "../../aws/arn";
import { secretAddressOf } from "../../aws/secret-address";
import { objectIn, ownValue, textIn, type Json } from "../../json/value";
import {
  firstUnresolved,
  isList,
  isObjectValue,
  keptElsewhere,
  unresolved,
  type Unresolved,
  type Value,
  type ValueObject,
} from "./value";

/** Account, region and partition that a provider works in. */
export interface ProviderPlace {
  readonly account: string | Unresolved;
  readonly region: string | Unresolved;
  readonly partition: Partition | Unresolved;
  /** Whether it accepts regions that neither Terraform nor this check knows. */
  readonly anyRegion?: boolean;
}

/** A place about which nothing is known, and why. */
export function unknownPlace(expression: string, reason: string, dangling = false): ProviderPlace {
  const unknown = unresolved(expression, reason, dangling);
  return { account: unknown, region: unknown, partition: unknown };
}

/** The partition of a region. @param anyRegion whether it may be one that is not known here */
export function partitionOf(
  region: string | Unresolved,
  anyRegion = false,
): Partition | Unresolved {
  if (typeof region !== "string") return region;
  const known = findRegion(region)?.partition;
  const partition = anyRegion ? (known ?? partitionOfNewRegion(region)) : known;
  return partition ?? unresolved(region, `AWS has no region ${region}`);
}

/** Gives the place of a provider as resources name it, such as `aws.eu-central-1`. */
export type ProviderPlaces = (reference: string) => ProviderPlace;

/** Reads the provider blocks of a configuration, their values resolved. */
export function providerPlaces(providers: readonly (readonly [string, Value])[]): ProviderPlaces {
  const places = new Map<string, ProviderPlace>();
  for (const [type, block] of providers) {
    if (!isObjectValue(block)) continue;
    const alias = block["alias"];
    const reference = typeof alias === "string" ? `${type}.${alias}` : type;
    const twin = places.has(reference);
    places.set(
      reference,
      twin
        ? unknownPlace(reference, `two providers are called ${reference}`, true)
        : placeOf(reference, block),
    );
  }
  return (reference) =>
    places.get(reference) ?? unknownPlace(reference, `there is no provider ${reference}`, true);
}

function placeOf(reference: string, block: ValueObject): ProviderPlace {
  const region = textOr(block["region"], reference, "names no region");
  const anyRegion = block["skip_region_validation"] === true;
  const partition = partitionOf(region, anyRegion);
  return { account: accountOf(reference, block), region, partition, anyRegion };
}

function textOr(value: Value, reference: string, otherwise: string): string | Unresolved {
  if (typeof value === "string") return value;
  return firstUnresolved(value) ?? unresolved(reference, `the provider ${reference} ${otherwise}`);
}

/** Terraform stops where the account of the role is none of those allowed. */
function accountOf(reference: string, block: ValueObject): string | Unresolved {
  const allowed = block["allowed_account_ids"] ?? [];
  const roles = block["assume_role"] ?? [];
  const unknown = firstUnresolved(allowed) ?? firstUnresolved(roles);
  if (unknown !== undefined) return unknown;
  const ids = (isList(allowed) ? allowed : [allowed]).map(String);
  const assumed = (isList(roles) ? roles : [roles]).flatMap((role) => {
    const arn = isObjectValue(role) ? role["role_arn"] : undefined;
    return typeof arn === "string" ? [parseArn(arn)?.account ?? arn] : [];
  });
  // Roles assumed one after another: the last one acts.
  const actor = assumed.at(-1);
  const [only, ...others] = ids;
  if (actor === undefined) {
    if (only !== undefined && others.length === 0) return only;
    return unresolved(reference, `the provider ${reference} does not say which account it is for`);
  }
  if (ids.length > 0 && !ids.includes(actor)) {
    const reason = `the provider ${reference} assumes a role of ${actor} but allows only ${ids.join(", ")}`;
    return unresolved(reference, reason, true);
  }
  return actor;
}

/** What a data source says of the place of its provider; others are read where Terraform runs. */
export function dataValue(
  data: Json,
  providers: ProviderPlaces,
  [type, name, attribute]: readonly [string, string, string],
  text: string,
): Value {
  const body = ownValue(objectIn(ownValue(data, type)), name);
  if (body === undefined) return unresolved(text, `there is no data.${type}.${name}`, true);
  const block = objectIn(body);
  const reference = textIn(block["provider"]) ?? "aws";
  const { account, region, partition } = providers(reference);
  switch (`${type}.${attribute}`) {
    case "aws_caller_identity.account_id":
      return account;
    case "aws_region.name":
    case "aws_region.region":
    case "aws_region.id":
      return namedRegion(block, text) ?? region;
    case "aws_partition.partition":
      return partition;
    case "aws_ssm_parameter.value": {
      const arn = parameterOf(block, { account, region, partition });
      return arn === undefined ? readByTerraform(text) : keptElsewhere(text, arn);
    }
    default:
      return readByTerraform(text);
  }
}

function readByTerraform(text: string): Value {
  return unresolved(text, "a data source is read only where Terraform runs");
}

/** ARN of the parameter that is read, decrypted; undefined where it is not certain. */
function parameterOf(block: Json, { account, region, partition }: ProviderPlace) {
  const { name, with_decryption: decrypted = true, ...rest } = block;
  const others = Object.keys(rest).filter((key) => key !== "provider" && key !== "//");
  const written = textIn(name) ?? "";
  if (others.length > 0 || decrypted !== true) return undefined;
  if (typeof account !== "string" || typeof region !== "string" || typeof partition !== "string") {
    return undefined;
  }
  if (written.includes("{")) return undefined;
  const place = { partition, account, region };
  const arn = written.startsWith("arn:") ? written : parameterArn(place, written);
  return secretAddressOf(arn) && arn;
}

/** The region that a data source is about where it names one, wherever its provider is. */
function namedRegion({ region, name, endpoint }: Json, text: string): Value {
  const named = [region, name, endpoint].filter((each) => each !== undefined && each !== null);
  if (named.length === 0) return undefined;
  const own = textIn(region ?? name);
  if (named.length === 1 && own !== undefined && !own.includes("{")) return own;
  return unresolved(text, "which region the data source is about is not analyzed");
}
