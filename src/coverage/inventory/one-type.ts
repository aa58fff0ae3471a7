import { ExpressionError } from "./hcl";
import { isList, isObjectValue, isUnresolved, type Value, type ValueObject } from "./value";

/**
 * Values as Terraform converts them to a type that all of them have: the two results of a condition, the elements of a
 * list. What is not known is taken for what needs no conversion.
 * @throws ExpressionError where collections would be converted
 * @see https://developer.hashicorp.com/terraform/language/expressions/conditionals#result-types
 */
export function ofOneType(values: readonly Value[]): readonly Value[] {
  if (areAlike(values)) return values;
  const given = values.filter(isGiven);
  if (given.some((each) => typeof each === "object")) {
    throw new ExpressionError("a conversion to one type is not analyzed");
  }
  const hasText = given.some((each) => typeof each === "string");
  return values.map((each) =>
    hasText && (typeof each === "number" || typeof each === "boolean") ? String(each) : each,
  );
}

/** Whether values are of one type as they are, or become so with no value in them changed. */
function areAlike(values: readonly Value[]): boolean {
  const given = values.filter(isGiven);
  const [first] = given;
  if (given.length <= 1) return true;
  const objects = given.filter(isObjectValue);
  if (objects.length === given.length) return areAlikeObjects(objects);
  const lists = given.filter(isList);
  if (lists.length === given.length) return areAlikeLists(lists);
  return given.every((each) => typeof each !== "object" && typeof each === typeof first);
}

function areAlikeObjects(objects: readonly ValueObject[]): boolean {
  const names = [...new Set(objects.flatMap((each) => Object.keys(each)))];
  return objects.every((each) => Object.keys(each).length === names.length)
    ? names.every((name) => areAlike(objects.map((each) => each[name])))
    : areAlike(objects.flatMap((each) => Object.values(each)));
}

function areAlikeLists(lists: readonly (readonly Value[])[]): boolean {
  const [first = []] = lists;
  return lists.every(({ length }) => length === first.length)
    ? first.every((_, at) => areAlike(lists.map((each) => each[at])))
    : areAlike(lists.flat());
}

/** Whether a value has a type that is known. */
function isGiven(value: Value): boolean {
  return value !== null && value !== undefined && !isUnresolved(value);
}
