import { computedValues } from "./computed";
import type { ProviderScope } from "./provider-scope";
import type { DeploymentRecord, RecordedResource } from "./record";
import { attributeOf, type Block } from "./schema";
import { isObject, isUnknown, textOf, type TfObject, type TfValue } from "./values";
import { withoutUnknowns } from "./wire";

/** What Terraform asks of a provider when it applies the plan of one resource. */
export interface ApplyRequest {
  readonly type: string;
  readonly schema: Block;
  readonly scope: ProviderScope;
  readonly prior: TfValue;
  readonly planned: TfValue;
}

/**
 * Creates, updates or deletes one resource and returns its new state.
 *
 * @throws where the same resource exists already, or where its ARN has a form the stand-in does not know.
 */
export function applyResource(request: ApplyRequest, record: DeploymentRecord): TfValue {
  const { planned, prior } = request;
  if (!isObject(planned)) {
    if (isObject(prior)) record.deleted(recorded(request, prior));
    return null;
  }
  if (isObject(prior)) {
    const values = known(planned);
    record.updated(recorded(request, values), prior);
    return values;
  }
  const resource = recorded(request, created(request, planned, record));
  const twin = record.twinOf(resource);
  if (twin !== undefined)
    throw new Error(`${resource.type} already exists: ${JSON.stringify(identity(twin.values))}`);
  record.created(resource);
  return resource.values;
}

function created(request: ApplyRequest, planned: TfObject, record: DeploymentRecord): TfObject {
  const { account, partition } = request.scope;
  const computed = computedValues({
    type: request.type,
    values: known(planned),
    account,
    partition,
    region: regionOf(request, planned),
    unique: (make) => record.unique(make),
  });
  const values = { ...planned };
  for (const [name, value] of Object.entries(planned)) {
    if (!isUnknown(value)) continue;
    // A missing ARN would turn up far away, as an empty value in a policy.
    if (name === "arn" && computed.arn === undefined)
      throw new Error(`the stand-in does not know the ARN of ${request.type}: add it to computed/`);
    values[name] = computed[name] ?? null;
  }
  return known(values);
}

function recorded(request: ApplyRequest, values: TfObject): RecordedResource {
  return {
    type: request.type,
    account: request.scope.account,
    region: regionOf(request, values),
    global: attributeOf(request.schema, "region") === undefined,
    values,
  };
}

function regionOf({ schema, scope }: ApplyRequest, values: TfObject): string {
  const own = attributeOf(schema, "region") && textOf(values.region);
  return own ?? scope.region;
}

function known(values: TfObject): TfObject {
  const settled = withoutUnknowns(values);
  return isObject(settled) ? settled : {};
}

function identity({ arn, id, name }: TfObject): TfObject {
  return { arn: arn ?? null, id: id ?? null, name: name ?? null };
}
