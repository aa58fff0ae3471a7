import { allowedCount, allowedNumbers, comparable, isWithin } from "./forms/limits";
import { nearestFix, type Fault } from "./forms/form";
import { configuration } from "./keys";
import type { ChoiceKey, Key, ListKey, MapKey, NumberKey, Once, Size, TextKey } from "./keys/key";
import type { ConfigurationDraft } from "./draft";
import { groupOf } from "./keys/key-at";
import { firstIndexes } from "./lists";
import type { Problem, ProblemPath } from "./problem";
import { setAt, valueAt } from "./shape/paths";

/** A problem of one value, and what the value is in what follows: undefined where that is unknown. */
interface FormProblem extends Problem {
  readonly meant: unknown;
}

type Found = readonly FormProblem[];

function faultOf<V>(fault: Fault | ((value: V) => Fault), value: V): Fault {
  return typeof fault === "function" ? fault(value) : fault;
}

function checkText(path: ProblemPath, text: string, { form }: TextKey): Found {
  if (!form || form.test(text)) return [];
  const meant = form.hides === undefined ? text : undefined;
  return [{ path, value: text, allowed: form.allowed, meant, ...form.explain(text) }];
}

function checkNumber(path: ProblemPath, value: number, key: NumberKey): Found {
  if (isWithin(key, value)) return [];
  return [
    { path, value, allowed: allowedNumbers(key), meant: value, ...faultOf(key.fault, value) },
  ];
}

function checkChoice(path: ProblemPath, value: string, { choices }: ChoiceKey): Found {
  if (choices.includes(value)) return [];
  const problem = `${path.at(-1) ?? "this"} does not accept this value`;
  const allowed = choices.join(", ");
  return [{ path, value, problem, allowed, meant: undefined, ...nearestFix(value, choices) }];
}

function checkSize(path: ProblemPath, value: unknown, count: number, size?: Size): Found {
  const { least = 0, most = Infinity } = size ?? {};
  if (!size || (count >= least && count <= most)) return [];
  const shown = count === 0 ? value : `${count} ${size.unit}`;
  const fault = faultOf(size.fault, count);
  return [{ path, value: shown, allowed: allowedCount(size), meant: value, ...fault }];
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
        meant: value,
      },
    ];
  });
}

function checkList(path: ProblemPath, items: readonly unknown[], key: ListKey): Found {
  const size = checkSize(path, items, items.length, key.size);
  const found = items.flatMap((item, i) => checkKey([...path, i], item, key.item));
  const faulty = new Set(found.map((problem) => JSON.stringify(problem.path)));
  // What is said of an item is not said again as a repetition.
  const repeated = checkOnce(path, items, key.once).filter(
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
      return key.name && !key.name.test(name)
        ? [
            {
              path: place,
              value: inner,
              allowed: key.name.allowed,
              ...key.name.explain(name),
              meant: undefined,
            },
          ]
        : checkKey(place, inner, key.value);
    }),
  ];
}

/** What is wrong with a value and all that is in it; of a value of another type nothing. */
function checkKey(path: ProblemPath, value: unknown, key: Key): Found {
  if (typeof value === "string") {
    if (key.type === "text") return checkText(path, value, key);
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
  const rest = structuredClone(draft);
  for (const { path, meant } of found) setAt(rest, path, meant);
  const faulty = new Set(found.map(({ path }) => JSON.stringify(path)));
  return {
    problems: found.map(({ path, value, problem, allowed, fix }) => {
      return { path, value, problem, allowed, fix };
    }),
    draft: rest,
    isFaulty: (path) => path.some((_, i) => faulty.has(JSON.stringify(path.slice(0, i + 1)))),
  };
}
