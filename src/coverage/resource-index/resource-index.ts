import { compileInputTransformer, type CompiledTransformer } from "../../aws/eventbridge";
import { blocked, blockersOf, finding, type Finding, type ResourceAddress } from "../finding";
import type { RuleId } from "../finding-rules";
import type { Inventory, Resource } from "../inventory";
import { parsePolicy, type PolicyDocument, type PolicyKind } from "../policy";
import { resourceTypes } from "../resource-types";
import { shownAddress } from "./attributes";
import { Cache } from "../../cache";
import { canonicalText } from "../../json/canonical";
import { identityOf, keyOf } from "./identity";
import { defaultBuses } from "./default-buses";
import { RulePattern } from "./rule-pattern";

// What a text means is the same in every inventory: it is read once, keyed by the text itself.
const KEPT = 2_000;
const policies: Readonly<Record<PolicyKind, Cache<PolicyDocument>>> = {
  identity: new Cache(KEPT),
  resource: new Cache(KEPT),
  trust: new Cache(KEPT),
};
const patterns = new Cache<RulePattern>(KEPT);
const patternTexts = new Cache<string | undefined>(KEPT);
const transformers = new Cache<Cache<CompiledTransformer>>(KEPT);

/** The resources of an inventory as AWS finds them: by place, name and ARN. */
export class ResourceIndex {
  /** Resources that cannot be placed, and resources that are there twice. */
  readonly problems: readonly Finding[];
  readonly #byType = new Map<string, Map<string, Resource[]>>();
  readonly #asked = new Cache<unknown>();

  constructor(readonly inventory: Inventory) {
    const placed = [...inventory.resources, ...defaultBuses(inventory)];
    this.problems = [...this.#index(placed), ...this.#twins()];
  }

  /** The resources of a type that are looked up by this key, such as an ARN. */
  find(type: string, key: string): readonly Resource[] {
    return this.#byType.get(type)?.get(key) ?? [];
  }

  /** The resource that another one names. @throws BlockedError with this rule where it does not exist */
  named(type: string, key: string, rule: RuleId, by: ResourceAddress, detail = key): Resource {
    return this.find(type, key)[0] ?? blocked(rule, by, detail);
  }

  /** Why it is not known which rules are on a bus, of which this is the key. */
  unread(bus: string): Finding | undefined {
    return this.inventory.unread?.get(bus);
  }

  /** Every resource of a type that can be placed. */
  all(type: string): readonly Resource[] {
    return [...(this.#byType.get(type)?.values() ?? [])].flat();
  }

  /** Every resource of a type, whether it can be placed or not. */
  written(type: string): readonly Resource[] {
    // Once: some types are asked for in each account and region, and an organization has 100,000 resources.
    return this.once(`written ${type}`, () =>
      this.inventory.resources.filter((resource) => resource.type === type),
    );
  }

  /** The keys under which resources of a type are found. */
  keys(type: string): readonly string[] {
    return [...(this.#byType.get(type)?.keys() ?? [])];
  }

  /** What resources of other types name those of this type with. */
  owners(type: string): ReadonlySet<string> {
    const key = resourceTypes.get(type)?.owns;
    const named = new Set<string>();
    if (key === undefined) return named;
    for (const resource of this.all(type)) blockersOf(() => named.add(keyOf(resource, key)));
    return named;
  }

  /** What a function gave, or threw, when it was asked for the same thing before. */
  once<T>(key: string, make: () => T): T {
    // The key begins with the name of what is asked for, so the type is the same.
    return this.#asked.get(key, make) as T;
  }

  /** @throws PolicyParseError for a policy that is not analyzed */
  policy(json: string, kind: PolicyKind): PolicyDocument {
    return policies[kind].get(json, () => parsePolicy(json, { kind }));
  }

  /** @throws InvalidEventPatternError or SyntaxError for a pattern that is not analyzed */
  pattern(json: string): RulePattern {
    return patterns.get(json, () => new RulePattern(json));
  }

  /** A pattern in one spelling, without white space; undefined where it is no JSON. */
  patternText(json: string): string | undefined {
    return patternTexts.get(json, () => canonicalText(json));
  }

  /** @throws InvalidInputTransformerError for a transformer that AWS would refuse */
  transformer(paths: Readonly<Record<string, string>>, template: string): CompiledTransformer {
    return transformers
      .get(template, () => new Cache(KEPT))
      .get(JSON.stringify(paths), () =>
        compileInputTransformer({ inputPaths: paths, inputTemplate: template }),
      );
  }

  #index(resources: readonly Resource[]): readonly Finding[] {
    return resources.flatMap((resource) => {
      const template = resourceTypes.get(resource.type)?.key;
      if (template === undefined) return [];
      return blockersOf(() => {
        const key = keyOf(resource, template);
        const keys = this.#byType.get(resource.type) ?? new Map<string, Resource[]>();
        this.#byType.set(resource.type, keys);
        const found = keys.get(key);
        if (found === undefined) keys.set(key, [resource]);
        else found.push(resource);
      });
    });
  }

  #twins(): readonly Finding[] {
    const first = new Map<string, Resource>();
    return this.inventory.resources.flatMap((resource) => {
      let identity: string | undefined;
      // What has no identity was reported already.
      blockersOf(() => (identity = identityOf(resource)));
      if (identity === undefined) return [];
      const twin = first.get(identity);
      first.set(identity, twin ?? resource);
      const detail = twin && `${shownAddress(twin)} is the same: ${identity}`;
      return twin ? [finding("duplicate-identity", resource, detail)] : [];
    });
  }
}

const indexes = new WeakMap<Inventory, ResourceIndex>();

/** The index of an inventory, made once. */
export function resourceIndexOf(inventory: Inventory): ResourceIndex {
  const index = indexes.get(inventory) ?? new ResourceIndex(inventory);
  indexes.set(inventory, index);
  return index;
}
