import { EvaluationBounds } from "./evaluation-bounds";
import { computedNames, computedValue } from "./computed";
import { evaluateJson, type ReferenceLookup } from "./evaluate";
import {
  attributeNames,
  attributeOf,
  dynamicBlocks,
  instanceSuffix,
  unknownRepetition,
  type Repetition,
} from "./instances";
import { isJsonObject, listIn, objectIn, ownValue, textIn, type Json } from "../../json/value";
import {
  dataValue,
  partitionOf,
  providerPlaces,
  unknownPlace,
  type ProviderPlace,
  type ProviderPlaces,
} from "./providers";
import type { StackDocument } from "./inventory";
import { isUnresolved, unresolved, walk, type Value, type ValueObject } from "./value";
import { variableValue } from "./variables";

/** One resource of a stack, to be resolved when it is asked for. */
export interface Instance {
  readonly type: string;
  readonly address: string;
  readonly body: Json;
  readonly repetition: Repetition;
  readonly place: ProviderPlace;
  readonly values: Map<string, Value>;
}

/** The resources of one stack, and what references in it stand for. */
export class StackScope {
  /** Every resource, in the order of the file. */
  readonly instances: readonly Instance[];
  readonly #byAddress = new Map<string, readonly Instance[]>();
  readonly #locals: ReadonlyMap<string, unknown>;
  readonly #valuesOfLocals = new Map<string, Value>();
  readonly #data: Json;
  readonly #bounds = new EvaluationBounds();
  // A provider may be configured by what another one reads, which nobody knows before.
  #providers: ProviderPlaces = (reference) =>
    unknownPlace(reference, `the provider ${reference} is not configured yet`);

  constructor(readonly stack: StackDocument) {
    const { document } = stack;
    this.#locals = new Map(
      listIn(document["locals"]).flatMap((block) => Object.entries(objectIn(block))),
    );
    this.#data = objectIn(document["data"]);
    const blocks = Object.entries(objectIn(document["provider"])).flatMap(([type, list]) =>
      listIn(list).map((block) => [type, evaluateJson(block, this.#lookup())] as const),
    );
    this.#providers = providerPlaces(blocks);
    const bodies = Object.entries(objectIn(document["resource"])).flatMap(([type, resources]) =>
      Object.entries(objectIn(resources)).map(
        ([name, body]) => [type, name, objectIn(listIn(body)[0])] as const,
      ),
    );
    // Another resource's instances may be the collection, so those come first.
    const chained = bodies.filter(([, , body]) => body["for_each"] !== undefined);
    const plain = bodies.filter((entry) => !chained.includes(entry));
    for (const [type, name, body] of [...plain, ...chained]) {
      const address = `${type}.${name}`;
      this.#byAddress.set(address, this.#instancesOf(type, address, body));
    }
    this.instances = bodies.flatMap(([type, name]) => this.#byAddress.get(`${type}.${name}`) ?? []);
  }

  /** Whether the stack has a resource of that address, instance or not. */
  has(address: string): boolean {
    return this.#byAddress.has(address.replace(/\[.*$/u, ""));
  }

  /** Any value of the stack that is in no resource, such as that of an output. */
  resolve(json: unknown): Value {
    return evaluateJson(json, this.#lookup());
  }

  /** Every attribute of a resource, with what AWS gives. */
  attributes(instance: Instance): ValueObject {
    const names = [
      ...attributeNames(instance.body),
      ...dynamicBlocks(instance.body),
      ...computedNames(instance.type),
    ];
    return Object.fromEntries(names.map((name) => [name, this.attribute(instance, name)]));
  }

  /** One attribute of a resource; undefined where neither the file nor a rule says it. */
  attribute(instance: Instance, name: string): Value {
    if (instance.values.has(name)) return instance.values.get(name);
    instance.values.set(
      name,
      unresolved(`${instance.address}.${name}`, "it refers to itself", true),
    );
    const value = this.#value(instance, name);
    instance.values.set(name, value);
    return value;
  }

  #value(instance: Instance, name: string): Value {
    if (dynamicBlocks(instance.body).includes(name)) {
      return unresolved(`dynamic.${name}`, "a block that Terraform generates is not analyzed");
    }
    const written = attributeOf(instance.body, name);
    if (written !== undefined && written !== null) {
      return evaluateJson(written, this.#lookup(instance));
    }
    const { stack } = this;
    const { type, address, place } = instance;
    const argument = (wanted: string): Value =>
      attributeOf(instance.body, wanted) === undefined
        ? undefined
        : this.attribute(instance, wanted);
    return computedValue({ stack: stack.name, address, type, place, argument }, name);
  }

  #instancesOf(type: string, address: string, body: Json): readonly Instance[] {
    const { for_each: forEach, count } = body;
    const [repetitions, collection] =
      forEach !== undefined
        ? this.#bounds.each(this.#collection(forEach))
        : count === undefined
          ? [[{ value: null }]]
          : this.#bounds.counted(this.resolve(count));
    return (repetitions ?? [unknownRepetition(collection)]).map((repetition) => {
      const suffix = repetitions === undefined ? "[*]" : instanceSuffix(repetition);
      const instance = {
        type,
        address: `${address}${suffix}`,
        body,
        repetition,
        values: new Map(),
      };
      return { ...instance, place: this.#placeOf(instance) };
    });
  }

  /** A collection may be a resource with instances of its own: then each value is one of them. */
  #collection(json: unknown): Value {
    const chained = /^\$\{([\w-]+\.[\w-]+)\}$/u.exec(textIn(json) ?? "")?.[1];
    const instances = chained === undefined ? undefined : this.#byAddress.get(chained);
    if (instances === undefined) return this.resolve(json);
    return Object.fromEntries(
      instances.map((instance) => [String(instance.repetition.key), this.attributes(instance)]),
    );
  }

  #placeOf(instance: Omit<Instance, "place">): ProviderPlace {
    const reference = textIn(instance.body["provider"]) ?? "aws";
    const place = this.#providers(reference.replace(/^\$\{(.*)\}$/u, "$1"));
    const own = evaluateJson(instance.body["region"], this.#lookup(instance));
    if (own === null || own === undefined) return place;
    const region =
      typeof own === "string" || isUnresolved(own) ? own : unresolved("region", "is no text");
    return { ...place, region, partition: partitionOf(region, place.anyRegion) };
  }

  #local(name: string, text: string): Value {
    if (!this.#locals.has(name)) return unresolved(text, `there is no ${text}`, true);
    const known = this.#valuesOfLocals.get(name);
    if (known !== undefined) return known;
    this.#valuesOfLocals.set(name, unresolved(text, "it refers to itself", true));
    const value = evaluateJson(this.#locals.get(name), this.#lookup());
    this.#valuesOfLocals.set(name, value);
    return value;
  }

  #lookup(instance?: Omit<Instance, "place">): ReferenceLookup {
    const looked = this.#looked(instance);
    return (root, steps, text) => this.#bounds.reference(text, () => looked(root, steps, text));
  }

  #looked(instance?: Omit<Instance, "place">): ReferenceLookup {
    return (root, steps, text) => {
      const [first, second] = steps;
      switch (root) {
        case "each":
          if (instance?.repetition.key === undefined) {
            return instance && isUnresolved(instance.repetition.value)
              ? instance.repetition.value
              : unresolved(text, "there is no for_each");
          }
          return first === "key"
            ? instance.repetition.key
            : walk(instance.repetition.value, steps.slice(1), text);
        case "count":
          return instance?.repetition.key ?? unresolved(text, "there is no count");
        case "local":
          return walk(this.#local(String(first), text), steps.slice(1), text);
        case "data":
          return dataValue(
            this.#data,
            this.#providers,
            [String(first), String(second), String(steps[2])],
            text,
          );
        case "var":
          return variableValue(this.stack.document["variable"], steps, text);
        case "resource":
          return this.#resourceValue(String(first), steps.slice(1), text);
        case "module":
        case "path":
        case "terraform":
        case "self":
          return unresolved(text, "it is known only where Terraform runs");
        default:
          return this.#resourceValue(root, steps, text);
      }
    };
  }

  #resourceValue(type: string, steps: readonly (string | number)[], text: string): Value {
    const [name, ...rest] = steps;
    const address = `${type}.${String(name)}`;
    const instances = this.#byAddress.get(address);
    if (instances === undefined) {
      const bodies = objectIn(ownValue(objectIn(this.stack.document["resource"]), type));
      const exists = isJsonObject(ownValue(bodies, String(name)));
      const reason = exists
        ? `${address} is not resolved yet`
        : `there is no ${address} in the stack`;
      return unresolved(text, reason, !exists);
    }
    const single = instances.find(({ repetition }) => repetition.key === undefined);
    const [key] = rest;
    if (single === undefined && key === undefined) {
      return unresolved(text, "all instances of a resource are not supported");
    }
    const instance = single ?? instances.find(({ repetition }) => String(repetition.key) === key);
    if (instance === undefined) return unresolved(text, `there is no such instance`, true);
    const [attribute, ...inner] = single ? rest : rest.slice(1);
    if (typeof attribute !== "string") return unresolved(text, "a whole resource is not supported");
    const value = this.attribute(instance, attribute);
    if (value === undefined) return unresolved(text, "it is known only after the apply");
    return walk(value, inner, text);
  }
}
