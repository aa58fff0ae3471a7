import { join } from "node:path";
import { globalRegion, routesAcrossRegions } from "../../src/aws";
import { partitionOfRegion } from "../../src/aws/regions";
import { catalog } from "../../src/catalog";
import { type SignInAlertsProps, loadConfiguration } from "../../src/stacks";
import { synthesizedOnce } from "../terraform/synthesized-once";
import { StackContents } from "./stack-contents";

/** The organization of the checked-in configuration. */
export const example: SignInAlertsProps = loadConfiguration(
  join(__dirname, "../../signin-alerts.yaml"),
);

/** The organization's stacks, as `cdktf synth` writes them. */
export class Organization {
  readonly #stacks: ReadonlyMap<string, StackContents>;

  constructor(props: SignInAlertsProps = example) {
    const stacks = synthesizedOnce(props);
    this.#stacks = new Map(stacks.map((stack) => [stack.name, new StackContents(stack)]));
  }

  get stackNames(): readonly string[] {
    return [...this.#stacks.keys()];
  }

  get stacks(): readonly StackContents[] {
    return [...this.#stacks.values()];
  }

  /** The stack of that name. */
  stack(name: string): StackContents {
    const found = this.#stacks.get(name);
    if (!found) throw new Error(`no stack ${name}, there are: ${this.stackNames.join(", ")}`);
    return found;
  }

  get hub(): StackContents {
    return this.stack("signin-hub");
  }

  get trail(): StackContents {
    return this.stack("signin-trail");
  }

  /** The stack of the account of that id. */
  account(id: string): StackContents {
    return this.stack(`signin-account-${id}`);
  }
}

/**
 * The organization in another partition, with the hub there and no opt-in regions. Where events do
 * not cross regions it is covered in the hub region alone.
 */
export function exampleIn(region: string): SignInAlertsProps {
  const partition = partitionOfRegion(region);
  const alone = {
    regions: [region],
    kinds: Object.fromEntries(
      catalog
        .filter(({ recordedIn }) => recordedIn === "global-region")
        .map(({ name }) => [name, region === globalRegion(partition) ? "on" : "off"] as const),
    ),
  };
  return {
    ...example,
    ...(!routesAcrossRegions(partition) && alone),
    hub: { ...example.hub, region },
    accounts: example.accounts.map(({ id, name }) => ({ id, name })),
  };
}
