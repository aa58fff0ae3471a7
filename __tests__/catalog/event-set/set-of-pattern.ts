import {
  isPattern,
  type AnythingBut,
  type EventPattern,
  type ValueMatcher,
} from "../../../src/aws/eventbridge/event-pattern";
import {
  beginningWith,
  endingWith,
  intersect,
  is,
  isAbsent,
  isNot,
  like,
  no,
  unite,
  type Condition,
  type EventSet,
  type Text,
} from "../../../src/catalog/event-set";
import { union } from "../../../src/catalog/event-set/condition";

const everything: EventSet = [{}];

/** A wildcard in the simplest form that says the same. */
function simplest(wildcard: string): Text {
  const [, before = "", text = "", after = ""] = /^(\*?)([^*\\]+)(\*?)$/u.exec(wildcard) ?? [];
  if (text === "" || (before !== "" && after !== "")) return like(wildcard);
  if (before !== "") return endingWith(text);
  return after === "" ? text : beginningWith(text);
}

/** Forms of text that a matcher asks for, or `anything-but` leaves out. */
const forms = { prefix: beginningWith, suffix: endingWith, wildcard: simplest } as const;

function textsOf(value: unknown): readonly Text[] {
  return [value].flat().map((each: unknown): Text => {
    if (typeof each === "string") return each;
    if (each === false) return no;
    throw new RangeError(`no set has the value ${JSON.stringify(each)}`);
  });
}

function isForm(name: string): name is keyof typeof forms {
  return Object.hasOwn(forms, name);
}

function grouped(matcher: object): readonly Text[] | undefined {
  const [[form, value] = ["", undefined], ...more] = Object.entries<unknown>({ ...matcher });
  if (more.length > 0 || !isForm(form)) return undefined;
  const group = forms[form];
  return textsOf(value).map((text) => group(String(text)));
}

function allBut(excluded: AnythingBut): Condition {
  const isGroup = typeof excluded === "object" && !Array.isArray(excluded);
  const texts = isGroup ? grouped(excluded) : textsOf(excluded);
  if (texts === undefined) throw new RangeError(`not analyzed: ${JSON.stringify(excluded)}`);
  return isNot(...texts);
}

function conditionOf(matcher: ValueMatcher): Condition {
  if (typeof matcher !== "object" || matcher === null) return is(...textsOf(matcher));
  if ("exists" in matcher) return matcher.exists ? isNot() : isAbsent;
  if ("anything-but" in matcher) return allBut(matcher["anything-but"]);
  const texts = grouped(matcher);
  if (texts === undefined) throw new RangeError(`not analyzed: ${JSON.stringify(matcher)}`);
  return is(...texts);
}

/**
 * The events that a pattern matches, by what AWS says of patterns: the opposite of writing one, and
 * knows nothing of how they are written.
 * @throws RangeError for what a set cannot say
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function setOfPattern({ $or: arms, ...fields }: EventPattern, path = ""): EventSet {
  const asked = Object.entries(fields).map(([name, field]): EventSet => {
    const at = `${path}${name}`;
    if (isPattern(field)) return setOfPattern(field, `${at}.`);
    const [first, ...others] = (field as readonly ValueMatcher[]).map(conditionOf);
    if (first === undefined) throw new RangeError(`nothing is asked of ${at}`);
    return [{ [at]: others.reduce(union, first) }];
  });
  const any = arms && unite(...arms.map((arm) => setOfPattern(arm, path)));
  return [...asked, ...(any ? [any] : [])].reduce(intersect, everything);
}
