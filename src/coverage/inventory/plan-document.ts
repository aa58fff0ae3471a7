import { listIn, objectIn, textIn, type Json } from "../../json/value";

/**
 * The Terraform that a plan was made of, as far as its `configuration` says it. Of JSON the plan keeps
 * each expression as it was written; of HCL only what it refers to.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
 */
export function plannedDocument(plan: Json): Json {
  const { provider_config: providers, root_module: root } = objectIn(plan["configuration"]);
  const resources = listIn(objectIn(root)["resources"]).map(objectIn);
  return {
    variable: objectIn(objectIn(root)["variables"]),
    provider: grouped(
      Object.values(objectIn(providers)).map((provider) => {
        const { name, alias, expressions } = objectIn(provider);
        const block = { ...blockOf(expressions), ...(alias !== undefined && { alias }) };
        return [String(name), block] as const;
      }),
    ),
    resource: bodies(resources.filter(({ mode }) => mode === "managed")),
    data: bodies(resources.filter(({ mode }) => mode === "data")),
  };
}

function grouped<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T[]>> {
  const groups = new Map<string, T[]>();
  for (const [name, value] of entries) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(groups);
}

function bodies(resources: readonly Json[]): Json {
  const types = grouped(resources.map((resource) => [String(resource["type"]), resource] as const));
  return Object.fromEntries(
    Object.entries(types).map(([type, ofType]) => [
      type,
      Object.fromEntries(ofType.map((resource) => [String(resource["name"]), bodyOf(resource)])),
    ]),
  );
}

function bodyOf(resource: Json): Json {
  const { for_each_expression: forEach, count_expression: count } = resource;
  return {
    ...blockOf(resource["expressions"]),
    provider: resource["provider_config_key"],
    ...(forEach !== undefined && { for_each: written("for_each", forEach) }),
    ...(count !== undefined && { count: written("count", count) }),
  };
}

function blockOf(expressions: unknown): Json {
  return Object.fromEntries(
    Object.entries(objectIn(expressions)).map(([name, each]) => [name, written(name, each)]),
  );
}

/** Whatever is unknown where Terraform does not run. */
const unsaid = "${terraform.expression}";

/** Arguments that hold an ARN, an id, a name or a URL, and nothing beside it. */
const identifiers = /(?:^|_)(?:arns?|id|url|actions|name|bucket|rule|role|topic|key)$/u;

/**
 * What an argument has after the attribute that it refers to. A plan leaves it out, and CloudTrail accepts
 * a log group with all of its streams alone.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
 */
function textAfter(name: string, reference: string): string {
  const isGroup = /^aws_cloudwatch_log_group\..*\.arn$/u.test(reference);
  return isGroup && name === "cloud_watch_logs_group_arn" ? ":*" : "";
}

/** What keeps an address out of files. Whether an endpoint is nothing beside it, the plan's values say. */
const keptAddresses = /^(?:var\.|data\.aws_ssm_parameter\.)/u;

function written(name: string, expression: unknown): unknown {
  if (Array.isArray(expression)) return expression.map(blockOf);
  const { constant_value: constant, references } = objectIn(expression);
  if (constant !== undefined) return constant;
  const all = listIn(references).flatMap((each) => textIn(each) ?? []);
  // Of a reference to an attribute, the plan names the resource as well, which it begins with.
  const whole = all.filter((one) => !all.some((other) => other.startsWith(`${one}.`)));
  if (all.length === 0) {
    return Object.keys(objectIn(expression)).length === 0 ? unsaid : blockOf(expression);
  }
  const isKept = name === "endpoint" && whole.every((reference) => keptAddresses.test(reference));
  if (!identifiers.test(name) && !isKept) return unsaid;
  const values = whole.map((reference) => `\${${reference}}${textAfter(name, reference)}`);
  if (name.endsWith("s")) return values;
  return values.length === 1 ? values[0] : unsaid;
}
