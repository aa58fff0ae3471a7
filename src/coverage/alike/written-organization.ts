import type { Json } from "../../json/value";
import { coverageOf } from "../coverage-of";
import type { CoverageReport } from "../coverage-report";
import type { ExpectedCoverage } from "../expected-coverage";
import { expandStackSets, isOfThisPackage, type Inventory } from "../inventory";
import { sharedStates } from "../inventory/shared-states";
import { joinStacks, resolveStack, type ResolvedStack } from "../inventory/stack-inventory";
import { judgedCoverage, type CoverageOptions } from "../judged-coverage";
import { otherConfiguration } from "../other-configuration";
import { alikeStacks, type AccountStack, type WrittenStack } from "./account-stacks";
import { exchangedStack, exchangeOf } from "./exchanged";
import { inDoubt } from "./in-doubt";
import { interchangeable, type Likeness } from "./interchangeable";

/** Where the Terraform of an organization is. */
export interface OrganizationSource {
  /** Every stack, in the order of the manifest. */
  readonly stacks: readonly WrittenStack[];
  /** The inventory of all stacks, each resolved by itself. */
  readonly whole: () => Inventory;
  /** What the inventory of some of the stacks has beside their resources, such as packages of functions. */
  readonly beside: (kept: readonly ResolvedStack[]) => Partial<Inventory>;
}

/** How often accounts that turn out to be in doubt are judged by themselves, before all are. */
const rounds = 2;

/**
 * The Terraform of an organization, of which accounts that are alike are resolved and judged once. What
 * is reported is what judging each of them would report, to the letter; where that is in doubt, each is
 * judged by itself.
 */
export class WrittenOrganization {
  readonly #groups: readonly (readonly AccountStack[])[];
  readonly #resolved = new Map<string, ResolvedStack>();
  /** Whether a stack was read that cannot be analyzed as it stands: then nothing is abridged. */
  #isOdd = false;
  #whole: Inventory | undefined;

  /**
   * @param onRead - told of every stack that was read, of so many
   * @throws UnusableInputError for a file that cannot be used
   */
  constructor(
    readonly source: OrganizationSource,
    onRead?: (done: number, total: number) => void,
  ) {
    this.#groups = alikeStacks(source.stacks, onRead);
    if (this.#groups.length === 0 || !isOfThisPackage(expandStackSets(this.#abridged()))) {
      this.#whole = source.whole();
    }
  }

  /** The inventory of all stacks, as if each were resolved by itself. */
  get inventory(): Inventory {
    this.#whole ??= this.#exchanged() ?? this.source.whole();
    return this.#whole;
  }

  /** What the function of that name says of the inventory. */
  otherConfiguration(expected: ExpectedCoverage): ReturnType<typeof otherConfiguration> {
    // One account of each group is enough to see that it is the same; the words tell of all.
    if (!this.#whole && !otherConfiguration(this.#abridged(), expected)) return undefined;
    return otherConfiguration(this.inventory, expected);
  }

  /** Who would be notified of what. */
  coverage(options: CoverageOptions = {}): CoverageReport {
    const { expected } = options;
    const alike = expected && !this.#whole ? this.#alike(expected, options) : undefined;
    return alike ?? coverageOf(this.inventory, options);
  }

  /** The coverage by accounts that are alike; undefined where none are, or that is in doubt. */
  #alike(expected: ExpectedCoverage, options: CoverageOptions): CoverageReport | undefined {
    const rest = joinStacks(this.#resolvedBut(this.#groups));
    let likenesses = interchangeable({
      groups: this.#groups,
      rest: expandStackSets(rest, expected),
      expected,
      resolve: ({ written }) => this.#resolve(written),
    });
    for (let round = 0; round < rounds && likenesses.length > 0; round++) {
      const kept = this.#resolvedBut(likenesses.map(({ others }) => others));
      if (this.#isOdd || this.#shareStates(likenesses)) return undefined;
      const report = judgedCoverage(this.#inventoryOf(kept), options, {
        models: new Map(
          likenesses.flatMap(({ model, others }) =>
            others.map(({ account }) => [account, model.account] as const),
          ),
        ),
        inventoryWith: (account) => this.#inventoryWith(account, likenesses),
      });
      const doubts = inDoubt(report, kept, likenesses);
      if (doubts === "all") return undefined;
      if (doubts.size === 0) return report;
      likenesses = likenesses.filter((each) => !doubts.has(each));
    }
    return undefined;
  }

  /** The inventory of all stacks, of which one of each group is resolved; undefined where one is odd. */
  #exchanged(): Inventory | undefined {
    const exchanges = new Map(
      this.#groups.flatMap((group) => {
        const exchange = exchangeOf(group, ({ written }) => this.#resolve(written));
        return exchange === undefined
          ? []
          : group.map((stack) => [stack.written.name, { exchange, stack }] as const);
      }),
    );
    const resolved = this.source.stacks.map((written) => {
      const found = exchanges.get(written.name);
      return found === undefined || this.#resolved.has(written.name)
        ? this.#resolve(written)
        : exchangedStack(found.exchange, found.stack);
    });
    if (this.#isOdd) return undefined;
    return { ...this.#inventoryOf(resolved), documents: resolved.map(({ stack }) => stack) };
  }

  /** The inventory with one account of each group. */
  #abridged(): Inventory {
    return joinStacks(this.#resolvedBut(this.#groups.map(([, ...others]) => others)));
  }

  /** The inventory of the models and of one account that is like one of them. */
  #inventoryWith(account: string, likenesses: readonly Likeness[]): Inventory {
    const others = likenesses.map((each) =>
      each.others.filter((other) => other.account !== account),
    );
    return this.#inventoryOf(this.#resolvedBut(others));
  }

  #inventoryOf(kept: readonly ResolvedStack[]): Inventory {
    return { ...joinStacks(kept), ...this.source.beside(kept) };
  }

  /** The stacks but for some, in their order. */
  #resolvedBut(left: readonly (readonly AccountStack[])[]): readonly ResolvedStack[] {
    const names = new Set(left.flat().map(({ written }) => written.name));
    return this.source.stacks
      .filter(({ name }) => !names.has(name))
      .map((written) => this.#resolve(written));
  }

  #resolve(written: WrittenStack): ResolvedStack {
    const known = this.#resolved.get(written.name);
    if (known !== undefined) return known;
    const { stack, problems } = written.read();
    if (problems.length > 0) this.#isOdd = true;
    const resolved = resolveStack(stack);
    this.#resolved.set(written.name, resolved);
    return resolved;
  }

  /** Whether two stacks of the organization keep one state. */
  #shareStates(likenesses: readonly Likeness[]): boolean {
    const models = new Map(
      likenesses.flatMap(({ model, others }) =>
        others.map((other) => [other.written.name, { model, other }] as const),
      ),
    );
    const stacks = this.source.stacks.map((written) => {
      const found = models.get(written.name);
      if (found === undefined) return this.#resolve(written).stack;
      const { model, other } = found;
      const { terraform = null } = this.#resolve(model.written).stack.document;
      const said = JSON.stringify(terraform).replaceAll(model.account, other.account);
      const document: Json = { terraform: JSON.parse(said) as unknown };
      const { name, folder } = written;
      return { name, document, ...(folder !== undefined && { folder }) };
    });
    return sharedStates(stacks).length > 0;
  }
}
