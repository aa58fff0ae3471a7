import fc from "fast-check";
import { partitionOfRegion } from "../../src/aws/regions";
import { edited, valueAt, type Edit } from "../../src/config/edit";
import { formProblems } from "../../src/config/form-problems";
import { checks } from "../../src/plan/checks";
import { checkedOf } from "../../src/plan/checks/checked";
import {
  checkConfiguration,
  formatPath,
  type Problem,
  type ProblemPath,
  type SignInAlertsProps,
} from "../../src";
import { runs } from "../property-runs";
import { configurations, today } from "./configurations";
import { crossFieldFaults, largeFaults, type CrossFieldFault } from "./faults";
import { formChecks, formFaults } from "./form-faults";
import { chosenBy } from "./person-choices";

jest.useFakeTimers({ now: today, doNotFake: ["performance"] });

const sound = configurations.filter((each) => checkConfiguration(each).length === 0);

/** Where something stands after a change, that stood at the path before. */
function moved(path: ProblemPath, edit: Edit, configuration: unknown): ProblemPath {
  const at = edit.path.length - 1;
  const isBeside = edit.path.slice(0, at).every((step, i) => path[i] === step);
  const [step, changed] = [path[at], edit.path[at]];
  if (!isBeside || step === undefined || changed === undefined) return path;
  if ("rename" in edit && step === changed) return path.with(at, edit.rename);
  const isOfList =
    "remove" in edit && Array.isArray(valueAt(configuration, edit.path.slice(0, at)));
  return isOfList && Number(step) > Number(changed) ? path.with(at, Number(step) - 1) : path;
}

const keyOf = ({ path, problem }: Pick<Problem, "path" | "problem">) =>
  `${formatPath(path)} ${problem}`;

function isWithin(path: ProblemPath, place: ProblemPath): boolean {
  return place.every((step, i) => path[i] === step);
}

/** What a person has to write where only the value is wrong: what stood there before. */
function restored(path: ProblemPath, original: SignInAlertsProps): readonly Edit[] {
  const set = valueAt(original, path);
  return [set === undefined ? { path, remove: true } : { path, set }];
}

/** Follows the fix of each problem, one at a time, and looks whether it helps. */
function expectFixesToHelp(original: SignInAlertsProps, faults: readonly Edit[]): void {
  const broken = edited(original, faults);
  const before = checkConfiguration(broken);
  const ofForm = new Set(formProblems(broken).problems.map(keyOf));
  for (const problem of before) {
    const proposed = problem.edits ?? chosenBy(problem, broken);
    const edits = proposed ?? (ofForm.has(keyOf(problem)) ? restored(problem.path, original) : []);
    const repaired = edited(broken, edits);
    const after = checkConfiguration(repaired);
    const stages = edits.map((edit, i) => {
      return { edit, configuration: "set" in edit ? broken : edited(broken, edits.slice(0, i)) };
    });
    const move = (path: ProblemPath) =>
      stages.reduce((at, { edit, configuration }) => moved(at, edit, configuration), path);
    // Where an item is taken away, the next one stands in its place, and may have the same fault.
    const others = new Set(
      before
        .filter((each) => each !== problem)
        .map((each) => keyOf({ ...each, path: move(each.path) })),
    );
    // By its words: a fix may move a value, and what else is wrong with it.
    const known = new Set(before.map((each) => each.problem));
    const places = [problem, ...edits].map(({ path }) => path);
    const left = after.filter(
      (each) =>
        (keyOf(each) === keyOf({ ...problem, path: move(problem.path) }) &&
          !others.has(keyOf(each)) &&
          JSON.stringify(each.value) === JSON.stringify(problem.value)) ||
        (proposed !== undefined &&
          !known.has(each.problem) &&
          places.some((place) => isWithin(each.path, place))),
    );
    if (left.length > 0) expect({ problem, edits, left }).toEqual({ problem, edits, left: [] });
  }
}

const everyCrossFault = Object.values(crossFieldFaults).flat();

/** One fault of any sort. */
const broken = sound.chain((configuration) => {
  const forms = formFaults(configuration);
  const fault: fc.Arbitrary<CrossFieldFault> = fc.oneof(
    fc.constantFrom(...forms).map(
      ({ edits }) =>
        () =>
          edits,
    ),
    fc.constantFrom(...everyCrossFault),
  );
  return fc.record({
    configuration: fc.constant(configuration),
    faults: fc.tuple(fault).map((list) => list.flatMap((each) => each(configuration))),
  });
});

test("whatever is refused, after the proposed fix of a problem that problem is gone", () => {
  fc.assert(
    fc.property(broken, ({ configuration, faults }) => {
      expectFixesToHelp(configuration, faults);
    }),
    runs(100),
  );
});

const samples = fc.sample(sound, { numRuns: process.env["CI"] === "true" ? 120 : 60, seed: 3 });
/** Large faults are of the commercial partition; elsewhere each region would be a fault of its own. */
const forLargeFaults = samples
  .filter(({ hub }) => partitionOfRegion(hub.region) === "aws")
  .slice(0, 1);

test("every check of the table of keys has a fault that it refuses", () => {
  const refused = new Map<string, boolean>();
  for (const configuration of samples) {
    for (const { name, edits } of formFaults(configuration)) {
      if (refused.get(name) === true) continue;
      refused.set(name, formProblems(edited(configuration, edits)).problems.length > 0);
    }
  }
  expect(formChecks().filter((name) => refused.get(name) !== true)).toEqual([]);
});

const every = Object.entries({ ...crossFieldFaults, ...largeFaults });

/** No mixture of the kinds of today is over the limit; the next kind may be. */
const withoutFault = ["checkPatternLength"];

test("every check of how keys fit together has faults", () => {
  const names = [...every.map(([name]) => name), ...withoutFault];
  expect(names.sort()).toEqual(checks.map(({ name }) => name).sort());
});

test.each(every)("fails by %s for each of its faults, with fixes that help", (name, faults) => {
  const check = checks.find((each) => each.name === name);
  const isRefused = faults.map((fault) =>
    (name in largeFaults ? forLargeFaults : samples.slice(0, 41)).some((configuration) => {
      const faulty = edited(configuration, fault(configuration));
      const found = check?.(checkedOf(formProblems(faulty).draft, today)) ?? [];
      if (found.length > 0) expectFixesToHelp(configuration, fault(configuration));
      return found.length > 0;
    }),
  );
  expect(isRefused).toEqual(faults.map(() => true));
});
