/** A version by its numbers. */
type Version = readonly number[];

/** The oldest version of the AWS provider that has every argument that is generated, and by which stacks are judged. */
export const oldestProvider: Version = [6, 25, 0];

/** A version that a constraint ends at, and whether it is one of those that it lets through. */
interface Bound {
  readonly version: Version;
  readonly isIn: boolean;
}

/** The versions between two bounds. */
interface Range {
  readonly lowest?: Bound;
  readonly highest?: Bound;
}

const CONDITION = /^\s*(?<operator>=|!=|>=?|<=?|~>)?\s*v?(?<numbers>\d+(?:\.\d+)*)/u;

/** Less than 0 where the first is older. */
function compared(one: Version, other: Version): number {
  const length = Math.max(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const apart = (one[i] ?? 0) - (other[i] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** What a condition lets through; one that leaves out a version ends nowhere. */
function rangeOf(condition: string): Range {
  const { operator = "=", numbers = "" } = CONDITION.exec(condition)?.groups ?? {};
  if (numbers === "") return {};
  const version = numbers.split(".").map(Number);
  const isIn = { version, isIn: true };
  const isOut = { version, isIn: false };
  switch (operator) {
    case "=":
      return { lowest: isIn, highest: isIn };
    case ">=":
      return { lowest: isIn };
    case ">":
      return { lowest: isOut };
    case "<=":
      return { highest: isIn };
    case "<":
      return { highest: isOut };
    case "~>": {
      // The last number may rise, and behind a number alone any other.
      const next = version.length < 2 ? [...version] : version.slice(0, -1);
      next.push((next.pop() ?? 0) + 1);
      return { lowest: isIn, highest: { version: next, isIn: false } };
    }
    default:
      return {};
  }
}

/** The narrower of two bounds. */
function narrower(one: Bound | undefined, other: Bound | undefined, isLowest: boolean) {
  if (one === undefined || other === undefined) return one ?? other;
  const apart = compared(one.version, other.version);
  if (apart === 0) return one.isIn ? other : one;
  return apart > 0 === isLowest ? one : other;
}

/**
 * The versions that all conditions of several constraints let through.
 * @see https://developer.hashicorp.com/terraform/language/expressions/version-constraints
 */
export function versionRange(constraints: readonly string[]): Range {
  return constraints
    .flatMap((constraint) => constraint.split(","))
    .map(rangeOf)
    .reduce<Range>((range, next) => {
      const lowest = narrower(range.lowest, next.lowest, true);
      const highest = narrower(range.highest, next.highest, false);
      return { ...(lowest && { lowest }), ...(highest && { highest }) };
    }, {});
}

/** Whether there can be a version in a range. */
export function isPossible({ lowest, highest }: Range): boolean {
  if (lowest === undefined || highest === undefined) return true;
  const apart = compared(lowest.version, highest.version);
  return apart < 0 || (apart === 0 && lowest.isIn && highest.isIn);
}

/** Whether a range lets through a version or a later one. */
export function reaches({ highest }: Range, version: Version): boolean {
  if (highest === undefined) return true;
  const apart = compared(highest.version, version);
  return apart > 0 || (apart === 0 && highest.isIn);
}
