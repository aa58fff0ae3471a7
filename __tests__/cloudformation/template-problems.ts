import type { CloudFormationResource, CloudFormationTemplate } from "../../src/aws/cloudformation";
import { resourceTypes, type PropertyRule } from "./resource-types";

/**
 * Longest description of a template, in bytes.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
 */
const MAXIMUM_TEMPLATE_DESCRIPTION_LENGTH = 1_024;

type Objects = Readonly<Record<string, unknown>>;
type Rules = Readonly<Record<string, PropertyRule>>;
type Parts = Readonly<Record<string, Rules>>;

function isObject(value: unknown): value is Objects {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isExpression(value: unknown): value is Objects {
  if (!isObject(value)) return false;
  const [key = "", ...others] = Object.keys(value);
  return others.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
}

function fits(value: unknown, type: string, parts: Parts): string[] {
  if (isExpression(value)) return [];
  if (type.endsWith("[]")) {
    if (!Array.isArray(value)) return ["must be a list"];
    return value.flatMap((item: unknown) => fits(item, type.slice(0, -2), parts));
  }
  const part = parts[type];
  if (part) return isObject(value) ? propertyProblems(value, part, parts) : ["must be an object"];
  const accepted: Readonly<Record<string, (value: unknown) => boolean>> = {
    string: (text) => typeof text === "string" && text !== "",
    integer: Number.isInteger,
    boolean: (flag) => typeof flag === "boolean",
    json: isObject,
    map: isObject,
    tag: isObject,
  };
  return type.split("|").some((one) => accepted[one]?.(value)) ? [] : [`must be ${type}`];
}

function propertyProblems(values: Objects, rules: Rules, parts: Parts): string[] {
  const unknown = Object.keys(values).filter((name) => !(name in rules));
  const missing = Object.entries(rules).filter(
    ([name, rule]) => rule.startsWith("required ") && !(name in values),
  );
  return [
    ...unknown.map((name) => `${name}: unknown property`),
    ...missing.map(([name]) => `${name}: required property`),
    ...Object.entries(values).flatMap(([name, value]) => {
      const rule = rules[name];
      if (rule === undefined) return [];
      return fits(value, rule.replace("required ", ""), parts).map((text) => `${name}: ${text}`);
    }),
  ];
}

/** Every expression of a value, as its function and what is given to it. */
function expressionsIn(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...(key === "Ref" || key.startsWith("Fn::") ? ([[key, part]] as const) : []),
    ...expressionsIn(part),
  ]);
}

const pseudoParameters = ["AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackName"];

function referenceProblems(template: CloudFormationTemplate): string[] {
  const { Resources, Parameters = {}, Conditions = {} } = template;
  const names = [...Object.keys(Resources), ...Object.keys(Parameters), ...pseudoParameters];
  return expressionsIn([Conditions, Resources]).flatMap(([name, given]) => {
    if (name === "Ref") return names.includes(String(given)) ? [] : [`Ref to ${String(given)}`];
    if (name === "Fn::Sub") {
      const used = [...String(given).matchAll(/\$\{([^!}][^}]*)\}/gu)].map(
        ([, part]) => part ?? "",
      );
      const strange = used.filter((part) => !names.includes(part));
      return [...strange, ...(used.length === 0 ? [`nothing in ${String(given)}`] : [])];
    }
    if (name === "Fn::GetAtt") {
      const [resource = "", attribute = ""] = given as readonly string[];
      const type = resourceTypes[Resources[resource]?.Type ?? ""];
      return type?.attributes.includes(attribute) ? [] : [`Fn::GetAtt of ${resource}.${attribute}`];
    }
    if (name === "Fn::If") {
      const [condition = ""] = given as readonly string[];
      return condition in Conditions ? [] : [`Fn::If on ${condition}`];
    }
    return name === "Fn::Equals" ? [] : [`${name} is not known here`];
  });
}

function literalProblems(value: unknown, inSub = false): string[] {
  if (typeof value === "string") {
    return !inSub && value.includes("${") ? [`taken literally: ${value}`] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => literalProblems(item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => literalProblems(part, key === "Fn::Sub"));
}

function unusedProblems({ Parameters = {}, Conditions = {}, Resources }: CloudFormationTemplate) {
  const used = expressionsIn(Resources);
  const referred = used.filter(([name]) => name === "Ref").map(([, given]) => given);
  const conditions = [
    ...Object.values(Resources).map(({ Condition }) => Condition),
    ...used.filter(([name]) => name === "Fn::If").map(([, given]) => (given as string[])[0]),
  ];
  return [
    ...Object.keys(Parameters).filter((name) => !referred.includes(name)),
    ...Object.keys(Conditions).filter((name) => !conditions.includes(name)),
  ].map((name) => `${name} is not used`);
}

function resourceProblems(template: CloudFormationTemplate, resource: CloudFormationResource) {
  const type = resourceTypes[resource.Type];
  if (!type) return [`unknown type ${resource.Type}`];
  const { Condition, DependsOn = [] } = resource;
  return [
    ...propertyProblems(resource.Properties, type.properties, type.parts ?? {}),
    ...DependsOn.filter((name) => !(name in template.Resources)).map((name) => `waits for ${name}`),
    ...(Condition === undefined || Condition in (template.Conditions ?? {})
      ? []
      : [`condition ${Condition} does not exist`]),
  ];
}

/** What the CloudFormation linter would find: the rules of it that need no network. */
export function templateProblems(template: CloudFormationTemplate): readonly string[] {
  const strangeNames = Object.keys(template.Resources).filter(
    (name) => !/^[A-Za-z0-9]+$/u.test(name),
  );
  return [
    ...(Buffer.byteLength(template.Description) > MAXIMUM_TEMPLATE_DESCRIPTION_LENGTH
      ? ["Description: too long"]
      : []),
    ...strangeNames.map((name) => `${name}: letters and digits only`),
    ...referenceProblems(template),
    ...literalProblems(template.Resources),
    ...unusedProblems(template),
    ...Object.entries(template.Resources).flatMap(([name, resource]) =>
      resourceProblems(template, resource).map((text) => `${name}: ${text}`),
    ),
  ];
}
