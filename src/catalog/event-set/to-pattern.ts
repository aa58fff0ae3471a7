import {
  isPattern,
  type AnythingBut,
  type EventPattern,
  type ValueMatcher,
} from "../../aws/eventbridge/event-pattern";
import { addressesBeyond } from "../../aws/ipv4-block";
import { insideDetail } from "./combine-patterns";
import { sameCondition, type Condition } from "./condition";
import { simplify, type EventBox, type EventSet } from "./event-set";
import { asWildcard, comparable, type ComparableText } from "./text";

type Matcher = readonly ValueMatcher[];

/** `anything-but` accepts texts of one form; a wildcard can express each, addresses do without. */
function butThese(texts: readonly ComparableText[]): Matcher {
  const anythingBut = (excluded: AnythingBut): Matcher => [{ "anything-but": excluded }];
  const forms = new Set(texts.map(({ form }) => form));
  const plain = texts.map(({ text }) => text);
  const [form] = forms;
  if (form === undefined) return [{ exists: true }];
  if (forms.size > 1) {
    const beyond = addressesBeyond(plain);
    return beyond
      ? [...anythingBut({ prefix: plain }), ...beyond]
      : anythingBut({ wildcard: texts.map(asWildcard) });
  }
  if (forms.has("literal")) throw new RangeError("EventBridge cannot ask for all but false");
  if (form === "prefix") return anythingBut({ prefix: plain });
  if (form === "suffix") return anythingBut({ suffix: plain });
  return anythingBut(form === "wildcard" ? { wildcard: plain } : plain);
}

function presentMatcher({ values, negated }: Condition): Matcher {
  const texts = values.flatMap(comparable);
  if (negated) return butThese(texts);
  return texts.map(({ form, text }) => {
    switch (form) {
      case "exact":
        return text;
      case "prefix":
        return { prefix: text };
      case "suffix":
        return { suffix: text };
      case "wildcard":
        return { wildcard: text };
      case "literal":
        return false;
    }
  });
}

const absentMatcher: Matcher = [{ exists: false }];

function matchersOf(condition: Condition): readonly Matcher[] {
  const present = condition.negated || condition.values.length > 0;
  return [
    ...(present ? [presentMatcher(condition)] : []),
    ...(condition.absent ? [absentMatcher] : []),
  ];
}

function parentOf(field: string): string {
  return field.slice(0, Math.max(field.lastIndexOf("."), 0));
}

/**
 * "Not these, or absent" needs a `$or` beside the field, and an object has room for one: such a
 * condition becomes two boxes where the place is taken by a neighbour or by the arms of the set.
 */
function splitAtTakenPlaces(box: EventBox): EventSet {
  const fields = Object.keys(box).filter((field) => {
    const condition = box[field];
    return condition !== undefined && matchersOf(condition).length > 1;
  });
  const split = fields.find(
    (field, i) =>
      parentOf(field) === "detail" ||
      parentOf(field) === "" ||
      fields.slice(0, i).some((other) => parentOf(other) === parentOf(field)),
  );
  const condition = split === undefined ? undefined : box[split];
  if (split === undefined || condition === undefined) return [box];
  return [
    { ...box, [split]: { ...condition, absent: false } },
    { ...box, [split]: { values: [], negated: false, absent: true } },
  ].flatMap(splitAtTakenPlaces);
}

function nest(pattern: EventPattern, path: readonly string[], leaf: EventPattern): EventPattern {
  const [key, ...rest] = path;
  if (key === undefined) return { ...pattern, ...leaf };
  const child = pattern[key];
  return { ...pattern, [key]: nest(isPattern(child) ? child : {}, rest, leaf) };
}

/** What a condition asks of a field, as patterns of which one must match. */
export function conditionPatterns(field: string, condition: Condition): readonly EventPattern[] {
  const path = field.split(".");
  const key = path.pop() ?? field;
  return matchersOf(condition).map((matcher) => nest({}, path, { [key]: matcher }));
}

function place(pattern: EventPattern, field: string, condition: Condition): EventPattern {
  const path = field.split(".");
  const key = path.pop() ?? field;
  const matchers = matchersOf(condition);
  const [only] = matchers;
  const leaf =
    matchers.length === 1 && only
      ? { [key]: only }
      : { $or: matchers.map((matcher) => ({ [key]: matcher })) };
  return nest(pattern, path, leaf);
}

/** Written first, and what arms of a set are grouped by. */
const leadingFields = ["source", "detail-type", "detail.eventName"];

function rank(field: string): number {
  const leading = leadingFields.indexOf(field);
  return leading === -1 ? leadingFields.length : leading;
}

function patternOfBox(box: EventBox): EventPattern {
  return Object.entries(box)
    .sort(([a], [b]) => rank(a) - rank(b))
    .reduce<EventPattern>((pattern, [field, condition]) => place(pattern, field, condition), {});
}

function groupBy(boxes: EventSet, field: string): readonly EventSet[] {
  const groups = new Map<string, EventBox[]>();
  for (const box of boxes) {
    const key = JSON.stringify(box[field] ?? null);
    groups.set(key, [...(groups.get(key) ?? []), box]);
  }
  return [...groups.values()];
}

function lacksLeadingField(box: EventBox): boolean {
  return leadingFields.some((field) => {
    const condition = box[field];
    return condition?.absent === true && !condition.negated && condition.values.length === 0;
  });
}

/** Arms of a `$or`: boxes alike in a leading field share one arm, so that it is written once. */
function armsOf(boxes: EventSet): readonly EventPattern[] {
  const field = leadingFields.find((leading) => {
    const groups = groupBy(boxes, leading).length;
    return groups > 1 && groups < boxes.length;
  });
  return field === undefined ? boxes.map(patternOfBox) : groupBy(boxes, field).map(patternOfBoxes);
}

function patternOfBoxes(boxes: EventSet): EventPattern {
  const [first, ...rest] = boxes;
  if (first === undefined) return {};
  if (rest.length === 0) return patternOfBox(first);
  const shared = Object.entries(first).filter(([field, condition]) =>
    rest.every((box) => {
      const other = box[field];
      return other !== undefined && sameCondition(other, condition);
    }),
  );
  const common = patternOfBox(Object.fromEntries(shared));
  const sharedFields = shared.map(([field]) => field);
  const arms = armsOf(
    boxes.map((box) =>
      Object.fromEntries(Object.entries(box).filter(([field]) => !sharedFields.includes(field))),
    ),
  );
  // An arm that asks for nothing more than what all share holds the other arms.
  if (arms.some((arm) => Object.keys(arm).length === 0)) return common;
  const inDetail = arms.map(insideDetail).filter((arm) => arm !== undefined);
  if (inDetail.length < arms.length) return { ...common, $or: arms };
  return nest(common, ["detail"], { $or: inDetail });
}

/** A field of `detail` of which every box asks the same, in two ways. */
function sharedAlternative(boxes: EventSet): readonly [string, Condition] | undefined {
  const [first = {}, ...rest] = boxes;
  return Object.entries(first).find(
    ([field, condition]) =>
      rest.length > 0 &&
      parentOf(field) === "detail" &&
      !leadingFields.includes(field) &&
      matchersOf(condition).length > 1 &&
      rest.every((box) => {
        const other = box[field];
        return other !== undefined && sameCondition(other, condition);
      }),
  );
}

/** The pattern with both ways of it written once; undefined where the place of their `$or` is taken. */
function withSharedAlternative(boxes: EventSet): EventPattern | undefined {
  const [field, condition] = sharedAlternative(boxes) ?? [];
  if (field === undefined || condition === undefined) return undefined;
  const others = boxes.map((box) =>
    Object.fromEntries(Object.entries(box).filter(([name]) => name !== field)),
  );
  const pattern = toPattern(others);
  const { detail = {} } = pattern;
  if (!isPattern(detail) || detail.$or) return undefined;
  const key = field.slice("detail.".length);
  const $or = matchersOf(condition).map((matcher) => ({ [key]: matcher }));
  return { ...pattern, detail: { ...detail, $or } };
}

/**
 * The event pattern that matches exactly the events of the set.
 * @throws Error when the set is empty.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns-content-based-filtering.html
 */
export function toPattern(set: EventSet): EventPattern {
  const boxes = simplify(set);
  // An empty pattern would match every event, the opposite of what an empty set says.
  if (boxes.length === 0) throw new Error("no event pattern matches nothing: the set is empty");
  const factored = withSharedAlternative(boxes);
  if (factored) return factored;
  const split = boxes.flatMap(splitAtTakenPlaces);
  // Events without a leading field may lack it in several boxes: said once, they are one arm of few.
  return patternOfBoxes([
    ...split.filter((box) => !lacksLeadingField(box)),
    ...simplify(split.filter(lacksLeadingField)),
  ]);
}
