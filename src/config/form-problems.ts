import { allowedCount, allowedNumbers, comparable, isWithin } from "./forms/limits";
import { nearestFix, type Fault } from "./forms/form";
import { configuration } from "./keys";
import type { ChoiceKey, Key, ListKey, MapKey, NumberKey, Once, Size, TextKey } from "./keys/key";
import type { ConfigurationDraft } from "./draft";
import { groupOf } from "./keys/key-at";
import { firstIndexes } from "./lists";
import type { Problem, ProblemPath } from "./problem";
import { edited, removal, removalWithGroup, setAt, valueAt, type Edit } from "./edit";

/** A problem of one value. */
interface FormProblem extends Problem {
  /** What the value is in what follows: undefined where that is unknown. */
  readonly taken: unknown;
  /** The fix divides it, so that nothing is known of the one value. */
  readonly isDivided?: true;
  /** Without it the list would be empty, which means something else: what the list is part of goes, too. */
  readonly isOfGroup?: true;
}

type Found = readonly FormProblem[];

/** The problem of a value, whose fix sets what was meant; it is looked at further as `taken`. */
function problemOf(
  { path, value, allowed }: Pick<Problem, "path" | "value" | "allowed">,
  { problem, fix, meant, takenFor, remove }: Fault,
  taken: unknown,
): FormProblem {
  const edits: readonly Edit[] = [
    ...(meant === undefined ? [] : [{ path, set: meant }]),
    ...(remove ? [{ path, remove: true as const }] : []),
  ];
  const found = {
    path,
    value,
    problem,
    allowed,
    fix,
    taken: meant ?? takenFor ?? taken,
    ...(remove === "group" && { isOfGroup: true as const }),
  };
  return edits.length === 0 ? found : { ...found, edits };
}

function faultOf<V>(fault: Fault | ((value: V) => Fault), value: V): Fault {
  return typeof fault === "function" ? fault(value) : fault;
}

function checkText(path: ProblemPath, text: string, { form }: TextKey): Found {
  if (!form || form.test(text)) return [];
  const taken = form.hides === undefined ? text : undefined;
  return [problemOf({ path, value: text, allowed: form.allowed }, form.explain(text), taken)];
}

function checkNumber(path: ProblemPath, value: number, key: NumberKey): Found {
  if (isWithin(key, value)) return [];
  return [
    problemOf({ path, value, allowed: allowedNumbers(key) }, faultOf(key.fault, value), value),
  ];
}

function checkChoice(path: ProblemPath, value: string, { choices }: ChoiceKey): Found {
  if (choices.includes(value)) return [];
  const problem = `${path.at(-1) ?? "this"} does not accept this value`;
  const allowed = choices.join(", ");
  const fault = { problem, ...nearestFix(value, choices) };
  return [problemOf({ path, value, allowed }, fault, undefined)];
}

function checkSize(path: ProblemPath, value: unknown, count: number, size?: Size): Found {
  const { least = 0, most = Infinity } = size ?? {};
  if (!size || (count >= least && count <= most)) return [];
  const shown = count === 0 ? value : `${count} ${size.unit}`;
  return [
    problemOf(
      { path, value: shown, allowed: allowedCount(size) },
      faultOf(size.fault, count),
      value,
    ),
  ];
}

function checkOnce(path: ProblemPath, items: readonly unknown[], once?: Once): Found {
  if (!once) return [];
  const { by, noun } = once;
  const values = items.map((item) => (by === undefined ? item : valueAt(item, [by])));
  return firstIndexes(values.map((value) => comparable(value, once))).flatMap((first, i) => {
    const value = values[i];
    if (first === i) return [];
    return [
      {
        path: [...path, i, ...(by === undefined ? [] : [by])],
        value,
        problem: once.problem?.(first) ?? `this ${noun} is named twice`,
        allowed: `every ${noun} once`,
        fix: once.fix ?? "remove one of the two",
        ...(once.isRenamed ? {} : { edits: [{ path: [...path, i], remove: true as const }] }),
        taken: value,
      },
    ];
  });
}

/** Whether nobody can know what a value is to be. */
function isUnclear({ edits = [], isDivided }: FormProblem): boolean {
  return isDivided === true || !edits.some((edit) => "set" in edit || "rename" in edit);
}

/** What is at a path, with what its faulty values are taken for. */
function takenAs<T>(path: ProblemPath, value: T, found: Found): T {
  if (found.length === 0) return value;
  const rest = structuredClone(value);
  for (const problem of found) {
    // A list of the wrong length is taken as it is.
    if (typeof problem.taken === "object") continue;
    setAt(rest, problem.path.slice(path.length), problem.taken);
  }
  return rest;
}

/** Items that are written as one, such as `a@example.com, b@example.com`. */
function checkDivision(
  path: ProblemPath,
  items: readonly unknown[],
  { item: { type, ...key }, once, size }: ListKey,
): Found {
  const form = type === "text" && "form" in key ? key.form : undefined;
  if (!form) return [];
  const same = (value: unknown) => comparable(value, once ?? { noun: "" });
  return items.flatMap((value, i): Found => {
    if (typeof value !== "string" || form.test(value)) return [];
    const parts = value.split(/[\s,;]+/u).filter((part) => part !== "");
    if (parts.length < 2 || !parts.every((part) => form.test(part))) return [];
    const others = new Set(items.map(same));
    const added = parts.filter((part, at) => {
      const isFirst = parts.findIndex((each) => same(each) === same(part)) === at;
      return isFirst && !others.has(same(part));
    });
    const set = items.toSpliced(i, 1, ...added);
    const isTooLong = set.length > (size?.most ?? Infinity);
    return [
      {
        path: [...path, i],
        value,
        problem: `these are ${parts.length} in the place of one`,
        allowed: form.allowed,
        fix: `write each as an item of its own: ${parts.map((part) => `- ${part}`).join(" ")}`,
        ...(!isTooLong && { edits: [{ path, set }] }),
        taken: undefined,
        isDivided: true,
      },
    ];
  });
}

function checkList(path: ProblemPath, items: readonly unknown[], key: ListKey): Found {
  const size = checkSize(path, items, items.length, key.size);
  const divided = checkDivision(path, items, key);
  const isDivided = new Set(divided.map((problem) => problem.path.at(-1)));
  const found = [
    ...divided,
    ...items.flatMap((item, i) => (isDivided.has(i) ? [] : checkKey([...path, i], item, key.item))),
  ];
  const faulty = new Set(found.filter(isUnclear).map((problem) => JSON.stringify(problem.path)));
  // What is meant may be a repetition; of what nobody can know it is not said.
  const repeated = checkOnce(path, takenAs(path, items, found), key.once).filter(
    (problem) => !faulty.has(JSON.stringify(problem.path)),
  );
  return [...size, ...found, ...repeated];
}

function checkMap(path: ProblemPath, value: object, key: MapKey): Found {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return [
    ...checkSize(path, value, entries.length, key.size),
    ...entries.flatMap(([name, inner]) => {
      const place = [...path, name];
      const found = checkKey(place, inner, key.value);
      if (!key.name || key.name.test(name)) return found;
      const { allowed } = key.name;
      const { meant, ...words } = key.name.explain(name);
      const rename = { path: place, rename: String(meant) };
      const ofName = problemOf({ path: place, value: inner, allowed }, words, undefined);
      return [...found, { ...ofName, ...(meant !== undefined && { edits: [rename] }) }];
    }),
  ];
}

/** What is wrong with a value and all that is in it; of a value of another type nothing. */
function checkKey(path: ProblemPath, value: unknown, key: Key): Found {
  if (typeof value === "string") {
    if (key.type === "text") return checkText(path, value, key);
    if (key.type === "word-or-group") return checkChoice(path, value, key.word);
    return key.type === "choice" ? checkChoice(path, value, key) : [];
  }
  if (typeof value === "number") return key.type === "number" ? checkNumber(path, value, key) : [];
  if (typeof value !== "object" || value === null) return [];
  if (key.type === "list") return Array.isArray(value) ? checkList(path, value, key) : [];
  if (key.type === "map") return checkMap(path, value, key);
  return Object.entries(groupOf(key, value)?.keys ?? {}).flatMap(([name, inner]) =>
    checkKey([...path, name], valueAt(value, [name]), inner),
  );
}

/** What is wrong with the values of a configuration, each for itself. */
export function formProblems(draft: ConfigurationDraft): {
  readonly problems: readonly Problem[];
  /** The configuration with what was meant for each faulty value, or without it. */
  readonly draft: ConfigurationDraft;
  /** Whether a value is part of a faulty one. */
  readonly isFaulty: (path: ProblemPath) => boolean;
} {
  const found = checkKey([], draft, configuration);
  if (found.length === 0) return { problems: [], draft, isFaulty: () => false };
  const renamed = found.flatMap(({ edits = [] }) => edits.filter((edit) => "rename" in edit));
  const isRenamed = ({ edits = [] }: FormProblem) => edits.some((edit) => "rename" in edit);
  const faulty = new Set(found.filter(isUnclear).map(({ path }) => JSON.stringify(path)));
  return {
    problems: found.map(({ path, value, problem, allowed, fix, edits, isOfGroup }) => ({
      path,
      value,
      problem,
      allowed,
      fix,
      ...(edits && {
        edits: edits.map((edit) => {
          if (!("remove" in edit)) return edit;
          return isOfGroup ? removalWithGroup(draft, edit.path) : removal(draft, edit.path);
        }),
      }),
    })),
    draft: edited(
      takenAs(
        [],
        draft,
        found.filter((problem) => !isRenamed(problem)),
      ),
      renamed,
    ),
    isFaulty: (path) => path.some((_, i) => faulty.has(JSON.stringify(path.slice(0, i + 1)))),
  };
}
