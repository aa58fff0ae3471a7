import { argumentLimits } from "../../../src/coverage/resource-types";
import { canonicalText } from "../../../src/json/canonical";
import { replacesResource } from "./replacement";
import { attributeOf, type Attribute, type Block } from "./schema";
import type { ProviderScope } from "./provider-scope";
import { UNKNOWN, isObject, isUnknown, sameValue, type TfObject, type TfValue } from "./values";

/** What Terraform asks of a provider when it plans one resource. */
export interface PlanRequest {
  readonly type: string;
  readonly schema: Block;
  readonly scope: ProviderScope;
  readonly prior: TfValue;
  readonly proposed: TfValue;
  readonly config: TfValue;
}

/** The planned values and the attributes whose change replaces the resource. */
export interface Plan {
  readonly planned: TfValue;
  readonly replace: readonly string[];
}

/** Plans one resource as the real provider would. */
export function planResource(request: PlanRequest): Plan {
  const { type, schema, scope, prior, proposed, config } = request;
  if (!isObject(proposed)) return { planned: null, replace: [] };
  const settings = isObject(config) ? config : {};
  const planned = { ...(isObject(prior) ? proposed : markComputed(schema, proposed)) };
  planRegion(schema, scope, settings, planned);
  planTags(schema, scope, planned);
  if (!isObject(prior)) return { planned, replace: [] };
  keepDocuments(type, prior, planned);
  const replace = Object.keys(planned).filter(
    (name) => replacesResource(type, name) && forcesChange(prior[name], planned[name]),
  );
  return { planned, replace };
}

/** For a block, only its coming and going replaces: its own arguments are judged one by one. */
function forcesChange(prior: TfValue | undefined, planned: TfValue | undefined): boolean {
  if (Array.isArray(prior) && Array.isArray(planned) && [...prior, ...planned].every(isObject))
    return prior.length !== planned.length;
  return !sameValue(prior, planned);
}

/** Every computed attribute that the configuration leaves open is unknown on create. */
function markComputed(schema: Block, values: TfObject): TfObject {
  const marked = { ...values };
  for (const attribute of schema.attributes) {
    if (isOpen(attribute, values[attribute.name])) marked[attribute.name] = UNKNOWN;
  }
  for (const { name, block } of schema.blocks) {
    const value = values[name];
    if (Array.isArray(value)) {
      marked[name] = value.map((item) => (isObject(item) ? markComputed(block, item) : item));
    } else if (isObject(value)) marked[name] = markComputed(block, value);
  }
  return marked;
}

function isOpen(attribute: Attribute, value: TfValue | undefined): boolean {
  return attribute.computed && (value === null || value === undefined);
}

/** The provider writes its own region into each resource that names none, already in the plan. */
function planRegion(schema: Block, scope: ProviderScope, config: TfObject, planned: TfObject) {
  if (attributeOf(schema, "region")?.computed !== true) return;
  planned.region = config.region ?? scope.region;
}

/** A document that means what is stored stays as it is stored, however it is written. */
function keepDocuments(type: string, prior: TfObject, planned: TfObject) {
  const forms = Object.entries(argumentLimits[type]?.forms ?? {});
  const documents = forms.flatMap(([name, form]) => (form === "json" ? [name] : []));
  for (const name of [...documents, "template_body"]) {
    const [stored, written] = [prior[name], planned[name]];
    if (typeof stored !== "string" || typeof written !== "string") continue;
    const meant = canonicalText(stored);
    if (meant !== undefined && meant === canonicalText(written)) planned[name] = stored;
  }
}

function planTags(schema: Block, scope: ProviderScope, planned: TfObject) {
  if (attributeOf(schema, "tags_all") === undefined) return;
  const own = planned.tags;
  planned.tags_all = isUnknown(own)
    ? UNKNOWN
    : { ...scope.defaultTags, ...(isObject(own) ? own : {}) };
}
