import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { TerraformVariable, type TerraformProvider, type TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { parseArn } from "../aws";
import type { SecretAddress } from "../aws/secret-address";

/** The construct of a group and id: created once in a stack, however many topics refer to it. */
function once<T extends Construct>(
  stack: TerraformStack,
  group: string,
  id: string,
  create: (scope: Construct) => T,
): T {
  const scope = stack.node.tryFindChild(group) ?? new Construct(stack, group);
  // What this function has put there under the id is of the type that it creates.
  return (scope.node.tryFindChild(id) as T | undefined) ?? create(scope);
}

function variable(stack: TerraformStack, name: string): string {
  const declared = once(stack, "variable", name, (scope) => {
    const created = new TerraformVariable(scope, name, {
      type: "string",
      description: `Address of a recipient of sign-in alerts, https://…, which is a secret: give it by TF_VAR_${name}`,
      sensitive: true,
      nullable: false,
    });
    created.overrideLogicalId(name);
    return created;
  });
  return declared.stringValue;
}

function parameter(stack: TerraformStack, arn: string, provider: TerraformProvider): string {
  // A slash would divide the construct's path.
  const id = (parseArn(arn)?.resource ?? arn).replace("parameter/", "").replaceAll("/", "%2F");
  return once(
    stack,
    "parameter",
    id,
    (scope) => new DataAwsSsmParameter(scope, id, { provider, name: arn }),
  ).value;
}

/** A reference to an address that stands in no file. */
export function secretEndpoint(
  stack: TerraformStack,
  secret: SecretAddress,
  provider: TerraformProvider,
): string {
  return secret.type === "variable"
    ? variable(stack, secret.name)
    : parameter(stack, secret.arn, provider);
}
