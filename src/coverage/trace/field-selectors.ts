import type { Resource } from "../inventory";
import { isList, type ValueObject } from "../inventory/value";
import { blocks, isBlank, known, text } from "../resource-index";

/** Operators that take events in, and those that leave events out. */
const including = {
  equals: (value: string, wanted: string) => value === wanted,
  starts_with: (value: string, wanted: string) => value.startsWith(wanted),
  ends_with: (value: string, wanted: string) => value.endsWith(wanted),
} as const;
const excluding = {
  not_equals: including.equals,
  not_starts_with: including.starts_with,
  not_ends_with: including.ends_with,
} as const;

/** One field of an advanced selector, with every operator that says something. */
export interface FieldSelector {
  readonly field: string;
  readonly operators: ReadonlyMap<string, readonly string[]>;
}

/** The field selectors of an advanced selector; a field may have several. */
export function fieldSelectors(trail: Resource, selector: ValueObject): readonly FieldSelector[] {
  const names = [...Object.keys(including), ...Object.keys(excluding)];
  return blocks({ ...trail, attributes: selector }, "field_selector").map((block) => ({
    field: text(trail, "field", block),
    operators: new Map(
      names
        .map((name) => [name, known(trail, name, block[name])] as const)
        .filter(([, values]) => !isBlank(values))
        .map(([name, values]) => [name, (isList(values) ? values : [values]).map(String)] as const),
    ),
  }));
}

/**
 * Whether a field selector takes a value: one that includes it, where any includes, and none that
 * leaves it out.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html
 */
export function takesValue({ operators }: FieldSelector, value: string): boolean {
  const hits = (among: typeof including | typeof excluding): readonly boolean[] =>
    Object.entries(among).flatMap(([name, matches]) => {
      const wanted = operators.get(name);
      return wanted ? [wanted.some((each) => matches(value, each))] : [];
    });
  const included = hits(including);
  return (included.length === 0 || included.includes(true)) && !hits(excluding).includes(true);
}

/** Whether a field selector has one operator, with one value. */
export function isOnly({ operators }: FieldSelector, operator: string, value: string): boolean {
  return operators.size === 1 && operators.get(operator)?.join() === value;
}
