import type { ArnPlace } from "../arn";

/** Where a stack is: partition, account and region as CloudFormation knows them when it deploys. */
export const stackPlace: ArnPlace = {
  partition: "${AWS::Partition}",
  account: "${AWS::AccountId}",
  region: "${AWS::Region}",
};

/** A parameter, or what identifies a resource. */
export function ref(name: string): { readonly Ref: string } {
  return { Ref: name };
}

/** An attribute of a resource. */
export function getAtt(
  resource: string,
  attribute: string,
): { readonly "Fn::GetAtt": readonly [string, string] } {
  return { "Fn::GetAtt": [resource, attribute] };
}

const placeholder = /\$\{AWS::\w+\}/u;

/**
 * The value with `Fn::Sub` around each text that names a part of {@link stackPlace}; CloudFormation
 * takes such names in any other text literally.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function substituted(value: unknown): unknown {
  if (typeof value === "string") return placeholder.test(value) ? { "Fn::Sub": value } : value;
  if (Array.isArray(value)) return value.map(substituted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, substituted(part)]));
}
