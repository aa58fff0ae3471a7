import { isSequence, type Constant } from "../constant";
import { converted } from "../conversion";
import { refuse } from "../refusal";
import { ofNumbers, wholeNumber, type Functions } from "./functions";

/** Elements that range makes at most. */
const LONGEST_RANGE = 1024;

const whole = (number: number): Constant => (Number.isSafeInteger(number) ? number + 0 : undefined);

function parsed([text, base]: readonly Constant[]): Constant {
  if (typeof text !== "string") return refuse("argument 1 must be a text");
  const radix = wholeNumber(base, "the base");
  if (radix < 2 || radix > 62) return refuse("the base must be from 2 to 62");
  // Above 36 capital letters are digits of their own.
  if (radix > 36) return undefined;
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, radix);
  const isRight = new RegExp(`^[+-]?[${digits}]+$`, "iu").test(text);
  return isRight
    ? whole(Number.parseInt(text, radix))
    : refuse(`the text is no number of the base ${radix}`);
}

function summed([list]: readonly Constant[]): Constant {
  if (!isSequence(list)) return refuse("it takes a list");
  if (list.items.length === 0) return refuse("the list is empty");
  return list.items.reduce<Constant>((sum, item) => {
    const number = item === null ? refuse("an element is null") : converted(item, { is: "number" });
    return typeof number === "number" && typeof sum === "number" ? whole(sum + number) : undefined;
  }, 0);
}

function ranged(args: readonly Constant[]): Constant {
  const numbers = args.map((arg) => (typeof arg === "number" ? arg : 0));
  const [first = 0, second, third] = numbers;
  const [from, to] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (to < from ? -1 : 1);
  if (step === 0) return refuse("the step must not be 0");
  if (to > from && step < 0) return refuse("the end is above the start, and the step below 0");
  if (to < from && step > 0) return refuse("the end is below the start, and the step above 0");
  const length = Math.ceil((to - from) / step);
  if (length > LONGEST_RANGE) return refuse(`it makes over ${LONGEST_RANGE} elements`);
  if (![from, to, step].every(Number.isSafeInteger)) return undefined;
  return { kind: "list", items: Array.from({ length }, (_, at) => from + at * step) };
}

function logarithm(number: number, base: number): Constant {
  const isNone = number < 0 || base < 0 || base === 1 || (number === 0 && base === 0);
  if (isNone) return refuse("there is no such logarithm");
  return number === 0 && base > 1 ? -Infinity : undefined;
}

function power(number: number, exponent: number): Constant {
  const result = number ** exponent;
  if (Number.isNaN(result)) return refuse("there is no such power");
  return result === Infinity && number === 0 ? result : whole(result);
}

/** Functions of numbers. */
export const numbers: Functions = new Map([
  ["abs", ofNumbers((number) => whole(Math.abs(number)))],
  ["ceil", ofNumbers((number) => whole(Math.ceil(number)))],
  ["floor", ofNumbers((number) => whole(Math.floor(number)))],
  ["signum", ofNumbers((number) => Math.sign(number) + 0)],
  ["log", ofNumbers(logarithm)],
  ["max", ofNumbers((...all) => whole(Math.max(...all)))],
  ["min", ofNumbers((...all) => whole(Math.min(...all)))],
  ["parseint", parsed],
  ["pow", ofNumbers(power)],
  ["sum", summed],
  ["range", ranged],
]);
