import type { ArnPlace } from "../arn";

/**
 * A resource of a template.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/resource-section-structure.html
 */
export interface CloudFormationResource {
  /** Such as `AWS::SQS::Queue`. */
  readonly Type: string;
  /** Name of the condition without which the resource is not made. */
  readonly Condition?: string;
  /** Names of resources that must exist before, where no property refers to them. */
  readonly DependsOn?: readonly string[];
  readonly Properties: Readonly<Record<string, unknown>>;
}

/** A value that the person who deploys a template gives. */
export interface CloudFormationParameter {
  readonly Type: "String";
  readonly Description: string;
  /** Regular expression of the whole value. */
  readonly AllowedPattern?: string;
  /** What to say where the value does not match. */
  readonly ConstraintDescription?: string;
}

/**
 * A CloudFormation template.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
export interface CloudFormationTemplate {
  readonly AWSTemplateFormatVersion: "2010-09-09";
  /** At most 1,024 bytes. */
  readonly Description: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Parameters?: Readonly<Record<string, CloudFormationParameter>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, CloudFormationResource>>;
}

/**
 * Longest template in bytes that is given to CloudFormation as text.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const MAXIMUM_TEMPLATE_BODY_LENGTH = 51_200;

/**
 * The JSON text of a template, the same for the same template.
 * @throws RangeError where it is longer than CloudFormation accepts.
 */
export function templateBody(template: CloudFormationTemplate): string {
  const body = JSON.stringify(template);
  const length = Buffer.byteLength(body);
  if (length > MAXIMUM_TEMPLATE_BODY_LENGTH) {
    throw new RangeError(
      `a template body must be at most ${MAXIMUM_TEMPLATE_BODY_LENGTH} bytes long, got: ${length}; choose fewer alert kinds, or a shorter name prefix`,
    );
  }
  return body;
}

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
 * reads such names in any other text literally.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function substituted(value: unknown): unknown {
  if (typeof value === "string") return placeholder.test(value) ? { "Fn::Sub": value } : value;
  if (Array.isArray(value)) return value.map(substituted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, substituted(part)]));
}
