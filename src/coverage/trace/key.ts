import type { Resource } from "../inventory";
import {
  optionalText,
  placeOf,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";

interface KeyPlace {
  readonly account: string;
  readonly region: string;
}

/** The key that an ARN, an id or an alias names, in an account and region; undefined when it is not in the inventory. */
export function findKey(index: ResourceIndex, place: KeyPlace, name: string): Resource | undefined {
  const alias = /(?:^|:)(alias\/.*)$/u.exec(name)?.[1];
  if (alias === undefined) {
    const [byArn] = index.find("aws_kms_key", name);
    return byArn ?? inPlace(index, place, name);
  }
  const [found] = index.find("aws_kms_alias", `${place.account}/${place.region}/${alias}`);
  return found && findKey(index, place, text(found, "target_key_id"));
}

function inPlace(index: ResourceIndex, place: KeyPlace, id: string): Resource | undefined {
  return index.all("aws_kms_key").find((key) => {
    const { account, region } = placeOf(key);
    return account === place.account && region === place.region && text(key, "key_id") === id;
  });
}

/** The policy of a key; a separate one stands in the place of its own. */
export function keyPolicies(index: ResourceIndex, key: Resource): readonly AttachedPolicy[] {
  const separate = [text(key, "key_id"), text(key, "arn")].flatMap((id) =>
    index.find("aws_kms_key_policy", id),
  );
  return (separate.length > 0 ? separate : [key]).flatMap((resource) => {
    const json = optionalText(resource, "policy");
    return json === undefined ? [] : [{ resource, json, kind: "resource" as const }];
  });
}
