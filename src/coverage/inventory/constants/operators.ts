import { areSame, type Constant } from "./constant";
import { converted } from "./conversion";
import { attempt, inPlace, refuse } from "./refusal";

const ofNumbers: ReadonlyMap<string, (left: number, right: number) => Constant> = new Map<
  string,
  (left: number, right: number) => Constant
>([
  ["+", (left, right) => calculated(left + right, left, right)],
  ["-", (left, right) => calculated(left - right, left, right)],
  ["*", (left, right) => calculated(left * right, left, right)],
  ["/", divided],
  ["%", (left, right) => (right === 0 ? undefined : calculated(left % right, left, right))],
  ["<", (left, right) => (left === right ? ifWhole(left, false) : left < right)],
  ["<=", (left, right) => (left === right ? ifWhole(left, true) : left < right)],
  [">", (left, right) => (left === right ? ifWhole(left, false) : left > right)],
  [">=", (left, right) => (left === right ? ifWhole(left, true) : left > right)],
]);

/**
 * What an operator makes of the values that its operands have.
 * @throws RefusalError where Terraform does not apply it to them
 * @see https://developer.hashicorp.com/terraform/language/expressions/operators
 */
export function applied(operator: string, operands: readonly (() => Constant)[]): Constant {
  const [left = none, right = none] = operands;
  if (operator === "==" || operator === "!=") {
    const same = areSame(left(), right());
    return same === undefined ? undefined : same === (operator === "==");
  }
  if (operands.length === 1) return alone(operator, left());
  if (operator === "&&" || operator === "||") return logical(operator, left, right);
  const calculate = ofNumbers.get(operator);
  const numbers = [left, right].map((operand, at) =>
    operandAs("number", operand(), `the ${at === 0 ? "left" : "right"} side of ${operator}`),
  );
  const [one, other] = numbers;
  refuseNull(numbers, operator);
  return typeof one === "number" && typeof other === "number" ? calculate?.(one, other) : undefined;
}

function none(): Constant {
  return undefined;
}

function alone(operator: string, value: Constant): Constant {
  const operand = operandAs(
    operator === "!" ? "bool" : "number",
    value,
    `what stands behind ${operator}`,
  );
  refuseNull([operand], operator);
  if (typeof operand === "boolean") return !operand;
  return typeof operand === "number" ? calculated(-operand) : undefined;
}

/** Since Terraform 1.12 what cannot change the result any more is not looked at. */
function logical(operator: "&&" | "||", left: () => Constant, right: () => Constant): Constant {
  const one = operandAs("bool", left(), `the left side of ${operator}`);
  refuseNull([one], operator);
  const deciding = operator === "||";
  const read = () => operandAs("bool", right(), `the right side of ${operator}`);
  if (one === deciding) {
    const outcome = attempt(read);
    return "refusal" in outcome || outcome.value === null ? undefined : one;
  }
  const other = read();
  refuseNull([one, other], operator);
  return one === undefined ? undefined : other;
}

function operandAs(is: "number" | "bool", value: Constant, place: string): Constant {
  return inPlace(place, () => converted(value, { is }));
}

function refuseNull(values: readonly Constant[], operator: string): void {
  if (values.includes(undefined) || !values.includes(null)) return;
  refuse(`${operator} is applied to null`);
}

/** What numbers make, if all are exact here; JavaScript has a 0 below zero. */
function calculated(result: number, ...of: readonly number[]): Constant {
  return [result, ...of].every(isExact) ? result + 0 : undefined;
}

/** Whether a number is the same in Terraform's arithmetic, which has more digits. */
function isExact(number: number): boolean {
  return Math.abs(number) === Infinity || Number.isSafeInteger(number * 2 ** 10);
}

function divided(left: number, right: number): Constant {
  const quotient = left / right;
  if (right === 0) return left === 0 ? refuse("0 is divided by 0") : calculated(quotient, left);
  return quotient * right === left ? calculated(quotient, left, right) : undefined;
}

function ifWhole(number: number, result: boolean): Constant {
  return Number.isInteger(number) || Math.abs(number) === Infinity ? result : undefined;
}
