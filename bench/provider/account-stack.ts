import { defaultRegions, optInRegions } from "../../src/aws";
import type { RegionStrategy, SignInAlertsProps } from "../../src/config";
import { listIn, objectIn } from "../../src/json/value";
import { leastRegions, organizationOf } from "../../__tests__/terraform/organizations";
import {
  synthesizedStacks,
  type SynthesizedStack,
  type TerraformConfiguration,
} from "../../__tests__/terraform/synthesized-stacks";

/** The regions that an account has first come first: those without which sign-ins go unnoticed, then those without opt-in. */
const regions = [...new Set([...leastRegions, ...defaultRegions("aws"), ...optInRegions("aws")])];
/** All of the partition. */
export const mostRegions = regions.length;
const isOptIn = new Set(optInRegions("aws"));
const [first, measured] = ["111111111111", "222222222222"];

/** How the regions of an account are reached, and how many they are: 1 to {@link mostRegions}. */
export interface AccountSize {
  readonly strategy: RegionStrategy;
  readonly regions: number;
}

/** The stack of one account, which is neither the hub nor the management account. */
export function accountStack(size: AccountSize): SynthesizedStack {
  const own = regions.slice(0, size.regions);
  const props: SignInAlertsProps = {
    organization: { id: "o-a1b2c3d4e5", managementAccount: first },
    hub: { account: first, region: "us-east-1" },
    accounts: [
      { id: first, name: "management", roleName: "none" },
      {
        id: measured,
        name: "measured",
        regions: own.filter((region) => !isOptIn.has(region)),
        optInRegions: own.filter((region) => isOptIn.has(region)),
        acceptMissingRegions: leastRegions.filter((region) => !own.includes(region)),
      },
    ],
    recipients: ["security@example.com"],
    regionStrategy: size.strategy,
  };
  const stacks = synthesizedStacks(organizationOf(props));
  const stack = stacks.find(({ name }) => name === `signin-account-${measured}`);
  if (stack === undefined) throw new Error(`no stack of ${measured} was generated`);
  return { ...stack, dependencies: [], configuration: inNewRegions(stack.configuration) };
}

/** Regions that are younger than the provider that is there count too. */
function inNewRegions(configuration: TerraformConfiguration): TerraformConfiguration {
  const providers = listIn(objectIn(configuration["provider"])["aws"]).map((provider) => ({
    ...objectIn(provider),
    skip_region_validation: true,
  }));
  return { ...configuration, provider: { aws: providers } };
}
