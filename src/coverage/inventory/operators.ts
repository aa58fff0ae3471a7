import { ExpressionError } from "./hcl";
import { isUnresolved, type Value } from "./value";

/**
 * What an operator makes of one or two values. Numbers are whole ones only: those of Terraform are more
 * exact than JavaScript's.
 * @throws ExpressionError for values that it cannot be applied to
 * @see https://developer.hashicorp.com/terraform/language/expressions/operators
 */
export function appliedOperator(operator: string, operands: readonly Value[]): Value {
  const unknown = operands.find(isUnresolved);
  if (unknown !== undefined) return unknown;
  const [left, right] = operands;
  switch (operator) {
    case "!":
      return !truthOf(left);
    case "&&":
      return truthOf(left) && truthOf(right);
    case "||":
      return truthOf(left) || truthOf(right);
    case "==":
      return isSame(left, right);
    case "!=":
      return !isSame(left, right);
  }
  if (operands.length === 1) return whole(-numberOf(left));
  return calculated(operator, numberOf(left), numberOf(right));
}

function calculated(operator: string, left: number, right: number): Value {
  switch (operator) {
    case "+":
      return whole(left + right);
    case "-":
      return whole(left - right);
    case "*":
      return whole(left * right);
    case "/":
      return whole(left / right);
    case "%":
      return whole(left % right);
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

/**
 * Whether a condition holds.
 * @throws ExpressionError for what is no condition
 */
export function truthOf(value: Value): boolean {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw new ExpressionError("a condition is neither true nor false");
}

function isSame(left: Value, right: Value): boolean {
  const isPlain = [left, right].every((value) => typeof value !== "object" || value === null);
  if (!isPlain) throw new ExpressionError("the comparison of lists or maps is not analyzed");
  return left === right;
}

function numberOf(value: Value): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" ? whole(number) : whole(Number.NaN);
}

/** JavaScript has a 0 below zero, Terraform has not. */
function whole(number: number): number {
  if (Number.isSafeInteger(number)) return number + 0;
  throw new ExpressionError("an operation on what is no whole number is not analyzed");
}
