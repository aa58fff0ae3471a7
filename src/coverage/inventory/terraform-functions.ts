import { signatures, type Parameter } from "./constants";
import type { Expression, FunctionCall } from "./hcl";

/** Functions of the provider for AWS, and how many arguments each takes. */
const ofProvider: ReadonlyMap<string, number> = new Map([
  ["arn_build", 5],
  ["arn_parse", 1],
  ["trim_iam_role_path", 1],
  ["user_agent", 3],
]);

/** What Terraform refuses of a call, whatever its arguments are worth. */
export function callProblems(call: FunctionCall): readonly string[] {
  const [namespace, provider, ofIts] = call.name.split("::");
  if (namespace === "provider") {
    const count = provider === "aws" ? ofProvider.get(ofIts ?? "") : undefined;
    // Of another provider, and of one that is newer, nothing is known.
    return count === undefined ? [] : numberProblems(call, count, count);
  }
  const signature = signatures.get(call.name.replace(/^core::/u, ""));
  if (signature === undefined) return [`there is no function ${call.name}()`];
  const { parameters, more, least, most } = signature;
  return [
    ...numberProblems(call, least, most),
    ...call.args.flatMap((argument, index) => {
      const isOfExpanded = call.isExpanded && index === call.args.length - 1;
      const parameter = isOfExpanded ? undefined : (parameters[index] ?? more);
      return isOfKind(argument, parameter)
        ? []
        : [`${call.name}(): ${kindProblem(index, parameter)}`];
    }),
  ];
}

function numberProblems(call: FunctionCall, least: number, most: number): readonly string[] {
  const given = call.args.length;
  // How many the last one stands for is known only where it is evaluated.
  const isRight = call.isExpanded ? given - 1 <= most : given >= least && given <= most;
  const allowed = least === most ? String(least) : `${least} or more`;
  const wanted = most === Infinity || least === most ? allowed : `${least} to ${most}`;
  return isRight ? [] : [`${call.name}() has ${given} arguments, and takes ${wanted}`];
}

function kindProblem(index: number, parameter: Parameter | undefined): string {
  const wanted = isPrimitive(parameter) ? "a text or number, not a collection" : "a collection";
  return `argument ${index + 1} must be ${wanted}`;
}

function isPrimitive(parameter: Parameter | undefined): boolean {
  return ["string", "number", "bool"].includes(parameter?.type.is ?? "any");
}

/** Whether an argument may be of a type, as far as its form says. */
function isOfKind(argument: Expression, parameter: Parameter | undefined): boolean {
  const isCollection = ["list", "object", "for"].includes(argument.kind);
  if (isPrimitive(parameter)) return !isCollection;
  return (parameter?.type.is ?? "any") === "any" || !isPlain(argument);
}

/** Whether an expression is a text, number or truth value by its form alone. */
function isPlain(expression: Expression): boolean {
  if (expression.kind === "literal") return expression.value !== null;
  const parts = expression.kind === "template" ? expression.parts : [];
  return expression.kind === "template" && !(parts[0] && "expression" in parts[0]);
}
