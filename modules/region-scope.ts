import type { ITerraformIterator, TerraformProvider, TerraformResource } from "cdktf";
import type { Place } from "../src/aws";

/**
 * Where resources are created: in one region by its provider, or in each of several by one provider and
 * the resources' own `region`, which Terraform repeats them over.
 */
export interface RegionScope {
  /** Its region may be an expression that stands for each of them. */
  readonly place: Place;
  /** Arguments of every resource. */
  readonly common: {
    readonly provider: TerraformProvider;
    readonly region?: string;
    readonly forEach?: ITerraformIterator;
  };
  /** An attribute of another resource of the same region. */
  readonly attributeOf: (resource: TerraformResource, attribute: string) => string;
}

/** The region that a provider works in. */
export function inRegion(provider: TerraformProvider, place: Place): RegionScope {
  return {
    place,
    common: { provider },
    // What cdktf makes of the attribute's getter, without a token, which only crossing stacks needs.
    attributeOf: ({ fqn }, attribute) => `\${${fqn}.${attribute}}`,
  };
}

/**
 * What cdktf's own iterator of a list writes. That one makes its expression anew for every resource,
 * of a token for each item: a third of the time of a stack.
 */
function eachOf(items: readonly string[]): ITerraformIterator {
  const list = items.map((item) => JSON.stringify(item)).join(", ");
  const expression = `\${toset([${list}])}`;
  return { _getForEachExpression: () => expression };
}

/**
 * Each of some regions of an account.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
export function inEachRegion(
  provider: TerraformProvider,
  account: Omit<Place, "region">,
  regions: readonly string[],
): RegionScope {
  const forEach = eachOf(regions);
  const region = "${each.key}";
  return {
    place: { ...account, region },
    common: { provider, region, forEach },
    attributeOf: ({ terraformResourceType, friendlyUniqueId }, attribute) =>
      `\${${terraformResourceType}.${friendlyUniqueId}[each.key].${attribute}}`,
  };
}
