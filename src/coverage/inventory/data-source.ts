import { listIn, objectIn, textIn, type Json } from "../../json/value";
import type { ProviderPlaces } from "./providers";
import { unresolved, type Value } from "./value";

/** What a data source tells of the place of its provider; others are read where Terraform runs. */
export function dataValue(
  data: Json,
  providers: ProviderPlaces,
  [type, name, attribute]: readonly [string, string, string],
  text: string,
): Value {
  const body = objectIn(data[type])[name];
  if (body === undefined) return unresolved(text, `there is no data.${type}.${name}`, true);
  const reference = textIn(objectIn(listIn(body)[0])["provider"]) ?? "aws";
  const { account, region, partition } = providers(reference);
  switch (`${type}.${attribute}`) {
    case "aws_caller_identity.account_id":
      return account;
    case "aws_region.name":
    case "aws_region.region":
    case "aws_region.id":
      return region;
    case "aws_partition.partition":
      return partition;
    default:
      return unresolved(text, "a data source is read only where Terraform runs");
  }
}
