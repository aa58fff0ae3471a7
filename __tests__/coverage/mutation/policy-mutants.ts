import { bodyMutant, type Mutant, type MutableJson, type Original } from "./mutant";

const ATTRIBUTES = ["policy", "assume_role_policy", "policy_document"];

/** Every part of every policy broken in turn. */
export function policyMutants(original: Original): readonly Mutant[] {
  return ATTRIBUTES.filter((name) => typeof original.body[name] === "string").flatMap(
    (attribute) => {
      const { Statement: statements } = JSON.parse(original.body[attribute] as string) as {
        readonly Statement: readonly MutableJson[];
      };
      const inPolicy = (change: string, apply: (list: MutableJson[]) => void): Mutant =>
        bodyMutant(original, `${attribute}: ${change}`, (body) => {
          const policy = JSON.parse(body[attribute] as string) as { Statement: MutableJson[] };
          apply(policy.Statement);
          body[attribute] = JSON.stringify(policy);
        });
      return [
        bodyMutant(original, `${attribute} removed`, (body) => {
          Reflect.deleteProperty(body, attribute);
        }),
        bodyMutant(original, `${attribute} cut off`, (body) => {
          body[attribute] = (body[attribute] as string).slice(0, -1);
        }),
        ...statements.flatMap((statement, index) => statementMutants(statement, index, inPolicy)),
      ];
    },
  );
}

function statementMutants(
  statement: MutableJson,
  index: number,
  inPolicy: (change: string, apply: (list: MutableJson[]) => void) => Mutant,
): readonly Mutant[] {
  const sid = String(statement["Sid"]);
  const inStatement = (change: string, apply: (statement: MutableJson) => void): Mutant =>
    inPolicy(`${sid}: ${change}`, (list) => {
      const found = list[index];
      if (found) apply(found);
    });
  const set = (name: string, value: unknown): Mutant =>
    inStatement(`${name} = ${JSON.stringify(value)}`, (found) => {
      found[name] = value;
    });
  return [
    inPolicy(`${sid} removed`, (list) => {
      list.splice(index, 1);
    }),
    ...(statement["Effect"] === "Deny" ? [] : [set("Effect", "Deny")]),
    set("Action", "ec2:RunInstances"),
    set("UnknownElement", "x"),
    ...("Principal" in statement ? [set("Principal", { Service: "ec2.amazonaws.com" })] : []),
    ...("Resource" in statement
      ? [set("Resource", "arn:aws:sns:eu-west-3:999999999999:other")]
      : []),
    set("Condition", { StringEquals: { "aws:PrincipalTag/team": "x" } }),
    set("Condition", { NumericLessThan: { "aws:MultiFactorAuthAge": "1" } }),
    ...conditionMutants(statement, inStatement),
  ];
}

function conditionMutants(
  statement: MutableJson,
  inStatement: (change: string, apply: (statement: MutableJson) => void) => Mutant,
): readonly Mutant[] {
  const conditions = (statement["Condition"] ?? {}) as Record<string, Record<string, unknown>>;
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) =>
      inStatement(`${operator} ${key} broken`, (found) => {
        const condition = found["Condition"] as Record<string, Record<string, unknown>>;
        condition[operator] = { ...condition[operator], [key]: broken(value) };
      }),
    ),
  );
}

/** A value of the same form that fits nothing. */
function broken(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(broken);
  const text = String(value);
  if (text === "false") return "true";
  if (text.startsWith("arn:")) return text.replace(/\d{12}/u, "999999999999");
  return text.startsWith("o-") ? "o-zzzzzzzzzz" : `other.${text}`;
}
