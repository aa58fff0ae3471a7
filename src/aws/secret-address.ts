import { parseArn } from "./arn";
import { isAccountId } from "./organizations";

/** Where an https address is kept that is a secret, so that it stands in no file. */
export type SecretAddress =
  /** A variable of Terraform, by its name. */
  | { readonly type: "variable"; readonly name: string }
  /** A parameter of AWS Systems Manager, by its ARN. */
  | { readonly type: "parameter"; readonly arn: string };

/** A name that any shell can set as `TF_VAR_NAME`. */
const variable = /^var\.([a-z_][a-z0-9_]{0,62})$/;

/** Names of variables that Terraform keeps for itself. @see https://developer.hashicorp.com/terraform/language/block/variable */
const reserved: readonly string[] = [
  "source",
  "version",
  "providers",
  "count",
  "for_each",
  "lifecycle",
  "depends_on",
  "locals",
];

/** Whether a text names a variable as Terraform accepts none. */
export function isReservedVariable(text: string): boolean {
  return reserved.includes(variable.exec(text)?.[1] ?? "");
}

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
const parameter = /^parameter(?:\/[\w.-]+){1,15}$/;

/**
 * What a text of the configuration means as the place of a secret address: `var.NAME`, or the ARN of a
 * parameter. Undefined where it is neither.
 */
export function secretAddressOf(text: string): SecretAddress | undefined {
  const name = variable.exec(text)?.[1];
  if (name !== undefined && !reserved.includes(name)) return { type: "variable", name };
  const arn = parseArn(text);
  const isPlace = isAccountId(arn?.account ?? "") && arn?.region !== "";
  return isPlace && arn?.service === "ssm" && parameter.test(arn.resource) && text.length <= 1011
    ? { type: "parameter", arn: text }
    : undefined;
}
