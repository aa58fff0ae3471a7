import { isJsonObject, listIn, objectIn, ownValue, textIn, type Json } from "../../json/value";
import { UnusableInputError } from "../../json/read-json";
import { finding, type Finding } from "../finding";
import { isOutsideAws } from "../resource-types";
import { withComputed } from "./computed";
import { driftOf } from "./drift";
import { withoutEchoes } from "./echoes";
import type { Inventory, Resource } from "./inventory";
import { contradictionsIn, misshapenIn } from "./plan-contradictions";
import { plannedDocument } from "./plan-document";
import { dangling } from "./dangling-references";
import { changesIn, objectsOf } from "./plan-objects";
import { planPlaces, type PlannedResource } from "./plan-places";
import { StackScope } from "./stack-scope";
import {
  foreignPlannedProviders,
  plannedProvisioners,
  unknownProviderSettings,
} from "./terraform-problems";
import { unresolvedIn } from "./unresolved-values";
import {
  isList,
  isObjectValue,
  isUnresolved,
  unresolved,
  type Value,
  type ValueObject,
} from "./value";
import { withoutUnset } from "./without-unset";

/**
 * The inventory of one stack from what `terraform show -json` says of its plan or state. What a plan
 * leaves unknown is resolved by the configuration that it holds, as in a folder. A plan that only
 * refreshes is judged by what it found.
 * @param stack - name of the stack, which the plan does not name
 * @throws UnusableInputError for JSON that is no plan or state, or of another major format version
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function inventoryOfPlan(json: unknown, stack = "plan"): Inventory {
  const plan = readPlan(json);
  const document = { name: stack, document: plannedDocument(plan) };
  const scope = new StackScope(document);
  const instances = new Map(scope.instances.map((instance) => [instance.address, instance]));
  const planned = plannedResources(plan);
  const placeOf = planPlaces(plan, planned);
  const isState = plan["configuration"] === undefined;
  const read = planned.map((resource): Resource => {
    const { address, type } = resource;
    const place = placeOf(resource);
    const instance = instances.get(address);
    const asWritten = instance === undefined ? undefined : scope.attributes(instance);
    const known = valueOf(resource.values, resource.unknown, asWritten, address);
    const set = withoutUnset(type, known, asWritten);
    const attributes = {
      ...withComputed({ stack, address, type, place }, set),
      ...keptAddress(plan, set, asWritten),
    };
    const { account, region } = place;
    return {
      stack,
      address,
      type,
      account,
      region,
      attributes,
      ...(isState && { isStored: true }),
    };
  });
  const resources = withoutEchoes(read);
  const unresolved = resources.flatMap(unresolvedIn);
  const drift = driftOf(plan, stack);
  return {
    stacks: [stack],
    resources,
    unresolved,
    problems: [
      ...incomplete(stack, plan),
      ...contradicting(stack, plan),
      ...dangling(unresolved),
      ...plannedProvisioners(stack, plan),
      ...foreignPlannedProviders(stack, providerNames(plan)),
      ...unknownProviderSettings(document),
    ],
    ...(drift.length > 0 && { drift }),
  };
}

function readPlan(json: unknown): Json {
  const version = isJsonObject(json) ? textIn(json["format_version"]) : undefined;
  if (!isJsonObject(json) || version === undefined) {
    throw new UnusableInputError("the file is no plan or state: terraform show -json writes one");
  }
  if (version.split(".")[0] !== "1") {
    throw new UnusableInputError(
      `the plan has the format version ${version}: only 1.x, of Terraform 0.15 and later, can be read`,
    );
  }
  if (json["planned_values"] === undefined && json["values"] === undefined) {
    throw new UnusableInputError("the plan or state holds no values: it is empty");
  }
  if (json["errored"] === true) {
    throw new UnusableInputError("the plan ended with an error: make it anew");
  }
  const misshapen = misshapenIn(json);
  if (misshapen !== undefined) {
    throw new UnusableInputError(`the plan or state is not as Terraform writes it: ${misshapen}`);
  }
  return json;
}

/** A plan that contradicts itself is none that Terraform wrote, or one that somebody changed. */
function contradicting(stack: string, plan: Json): readonly Finding[] {
  const contradictions = contradictionsIn(plan);
  if (contradictions === undefined) return [];
  const detail = `the plan contradicts itself: ${contradictions}`;
  return [finding("not-analyzed-block", { stack, address: "plan" }, detail)];
}

/** A plan of a part says nothing about the rest. */
function incomplete(stack: string, plan: Json): readonly Finding[] {
  const deferred = listIn(plan["deferred_changes"]).length;
  if (plan["complete"] !== false && deferred === 0) return [];
  const detail = "the plan is of a part only (-target, or changes that were deferred)";
  return [finding("not-analyzed-block", { stack, address: "plan" }, detail)];
}

/** Values after the apply; of a plan that only refreshes, those that it found. */
function valuesOf(plan: Json): Json {
  const planned = objectIn(plan["planned_values"] ?? plan["values"]);
  const found = objectIn(objectIn(plan["prior_state"])["values"]);
  const isOfRefresh =
    changesIn(plan).length === 0 && resourcesOf(objectIn(planned["root_module"])).length === 0;
  return isOfRefresh && found["root_module"] !== undefined ? found : planned;
}

/** The managed resources of a plan or state, those of modules included. */
function plannedResources(plan: Json): readonly PlannedResource[] {
  const unknown = new Map(
    changesIn(plan).map(
      ({ address, change }) =>
        [String(address), objectIn(objectIn(change)["after_unknown"])] as const,
    ),
  );
  return resourcesOf(objectIn(valuesOf(plan)["root_module"])).map((resource) => ({
    address: textIn(resource["address"]) ?? "",
    type: textIn(resource["type"]) ?? "",
    values: objectIn(resource["values"]),
    unknown: unknown.get(String(resource["address"])) ?? {},
    dependsOn: listIn(resource["depends_on"]).map(String),
  }));
}

function providerNames(plan: Json): readonly unknown[] {
  const resources = resourcesOf(objectIn(valuesOf(plan)["root_module"]));
  return resources.map((resource) => resource["provider_name"]);
}

function resourcesOf(module: Json): readonly Json[] {
  return objectsOf(module).filter(
    ({ mode, type }) => mode === "managed" && !isOutsideAws(String(type)),
  );
}

/**
 * A value of a plan. What Terraform does not know yet is what is written; where nothing is written,
 * the provider or AWS decides, and it is no setting of anybody's.
 */
function valueOf(value: unknown, unknown: unknown, written: Value, path: string): Value {
  if (unknown === true) {
    if (written === undefined || written === null) return undefined;
    return isUnresolved(written)
      ? unresolved(path, "Terraform knows it only after the apply")
      : written;
  }
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const known = listIn(value);
    const lost = listIn(unknown);
    return Array.from({ length: Math.max(known.length, lost.length) }, (_, index) =>
      valueOf(known[index], lost[index], partOf(written, index), `${path}.${index}`),
    );
  }
  if (isJsonObject(value) || isJsonObject(unknown)) {
    const known = objectIn(value);
    const lost = objectIn(unknown);
    const names = [...new Set([...Object.keys(known), ...Object.keys(lost)])];
    return Object.fromEntries(
      names.map((name) => {
        const part = isObjectValue(written) ? written[name] : written;
        return [name, valueOf(known[name], lost[name], part, `${path}.${name}`)];
      }),
    );
  }
  const leaf = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return leaf ? value : null;
}

/** One block stands with brackets or without. */
function partOf(written: Value, index: number): Value {
  return isList(written) ? written[index] : written;
}

/**
 * An address that is kept in a variable or parameter, by which reports call it: a plan holds the address
 * itself. Of HCL a plan says what it refers to, and not whether it is that alone.
 */
function keptAddress(plan: Json, { endpoint }: ValueObject, asWritten?: ValueObject): ValueObject {
  const written = asWritten?.["endpoint"];
  if (!isUnresolved(written) || written.keptIn === undefined) return {};
  const kept = keptValue(plan, written.keptIn);
  return kept === undefined || isUnresolved(endpoint) || kept === endpoint
    ? { endpoint: written }
    : {};
}

/** The value of a variable, or of a parameter that was read; undefined where it was not. */
function keptValue(plan: Json, keptIn: string): string | undefined {
  const variable = /^var\.(.*)$/u.exec(keptIn)?.[1];
  if (variable !== undefined) {
    return textIn(objectIn(ownValue(objectIn(plan["variables"]), variable))["value"]);
  }
  const read = objectIn(objectIn(objectIn(plan["prior_state"])["values"])["root_module"]);
  const values = listIn(read["resources"]).map((resource) =>
    objectIn(objectIn(resource)["values"]),
  );
  return textIn(values.find(({ arn }) => arn === keptIn)?.["value"]);
}
