import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";

function checkProviderOf(stack: TerraformStack, construct: IConstruct): readonly string[] {
  if (
    !TerraformResource.isTerraformResource(construct) &&
    !TerraformDataSource.isTerraformDataSource(construct)
  ) {
    return [];
  }
  const { provider } = construct;
  const { path } = construct.node;
  if (!provider) {
    return [
      `${path} names no provider, so Terraform would use a default one, perhaps of another account: pass the provider of its account and region`,
    ];
  }
  if (TerraformStack.of(provider) !== stack) {
    return [
      `${path} uses the provider ${provider.node.path} of another stack, which does not exist in this one: create a provider in the stack ${stack.node.path}`,
    ];
  }
  return [];
}

function checkAliases(providers: readonly TerraformProvider[]): readonly string[] {
  return providers.flatMap((provider, i) => {
    const twin = providers
      .slice(0, i)
      .find(
        (other) =>
          other.terraformResourceType === provider.terraformResourceType &&
          other.alias === provider.alias,
      );
    if (!twin) return [];
    const alias = provider.alias === undefined ? "no alias" : `the alias ${provider.alias}`;
    return [
      `${provider.node.path} and ${twin.node.path} both have ${alias}, so Terraform cannot distinguish them: give each an alias of its own`,
    ];
  });
}

/** What is wrong with the providers of a stack's resources, each with the construct's path. */
export function checkProviders(stack: TerraformStack): readonly string[] {
  const constructs = stack.node.findAll();
  return [
    ...constructs.flatMap((construct) => checkProviderOf(stack, construct)),
    ...checkAliases(
      constructs.filter((construct) => TerraformProvider.isTerraformProvider(construct)),
    ),
  ];
}

/**
 * Fails the synthesis of a stack in which a resource has no provider, has one of another stack, or
 * two providers share an alias. Terraform accepts the first two and creates resources in wrong places;
 * the third it refuses by a line of generated JSON rather than by a construct.
 */
export function guardProviders(stack: TerraformStack): void {
  stack.node.addValidation({ validate: () => [...checkProviders(stack)] });
}
