import fc from "fast-check";
import { valueAt } from "../../src/config/shape/paths";
import {
  checkConfiguration,
  formatPath,
  type Problem,
  type ProblemPath,
  type SignInAlertsProps,
} from "../../src";
import { configurations, today } from "./configurations";

jest.useFakeTimers({ now: today, doNotFake: ["performance"] });

type Json = Record<string | number, unknown>;

/** The group or list that holds what the path names. */
function holderOf(configuration: object, path: ProblemPath): Json | undefined {
  return valueAt(configuration, path.slice(0, -1)) as Json | undefined;
}

/** Puts a value at a path, or takes away what is there. */
function edit(configuration: object, path: ProblemPath, value?: unknown): void {
  const last = path.at(-1);
  const holder = holderOf(configuration, path);
  if (holder === undefined || last === undefined) return;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}

/** Applies a fix that names exactly what to write or to remove; undefined for any other. */
function fixed(
  configuration: SignInAlertsProps,
  { path, fix, value }: Problem,
): object | undefined {
  const repaired = structuredClone(configuration);
  const [, meant] = /^(?:.*: )?(?:write|did you mean) "?([^",?]+)"?/u.exec(fix) ?? [];
  const [, key] = /^(?:.*, or )?remove (\w+)$/u.exec(fix) ?? [];
  if (meant !== undefined && path[0] === "kinds" && path.length === 2 && meant.includes("-")) {
    edit(repaired, path);
    edit(repaired, ["kinds", meant], value);
  } else if (meant !== undefined) {
    edit(repaired, path, meant);
  } else if (
    /^(?:remove (?:it|the entry|the key|one of the two)\b|.*, or remove the entry$)/u.test(fix)
  ) {
    edit(repaired, path);
  } else if (key !== undefined && path.at(-1) === key) {
    edit(repaired, path);
  } else {
    return undefined;
  }
  return repaired;
}

/** Breaks a configuration that was right. */
type Fault = (configuration: Json & SignInAlertsProps) => void;

const faults: Readonly<Record<string, Fault>> = {
  "a misspelled region": (c) => {
    edit(c, ["regions", 0], "us-esat-1");
  },
  "an availability zone": (c) => {
    edit(c, ["hub", "region"], "eu-central-1a");
  },
  "a region twice": (c) => {
    edit(c, ["regions"], [...(c.regions ?? []), "us-east-1"]);
  },
  "an account id with hyphens": (c) => {
    edit(c, ["accounts", 0, "id"], "1111-1111-1111");
  },
  "a misspelled kind of a route": (c) => {
    edit(c, ["routes"], [{ name: "a", kinds: ["rot-sign-in"], recipients: ["a@example.com"] }]);
    edit(c, ["recipients"]);
  },
  "a misspelled kind": (c) => {
    edit(c, ["kinds"], { "rot-sign-in": "on" });
  },
  "a misspelled severity": (c) => {
    edit(c, ["kinds"], { "root-sign-in": "critcal" });
  },
  "a recipient with a space": (c) => {
    edit(c, ["routes"]);
    edit(c, ["recipients"], [" security@example.com"]);
  },
  "a recipient over http": (c) => {
    edit(c, ["routes"]);
    edit(c, ["recipients"], ["security@example.com", "http://events.example.com/x"]);
  },
  "a recipient twice": (c) => {
    edit(c, ["routes"]);
    edit(c, ["recipients"], ["a@example.com", "A@example.com"]);
  },
  "an ARN of a role": (c) => {
    edit(c, ["roleName"], "arn:aws:iam::111111111111:role/Deployer");
  },
  "a hub account that is not listed": (c) => {
    edit(c, ["hub", "account"], "222222222223");
  },
  "a move to the same strategy": (c) => {
    edit(c, ["regionStrategy"], "region-argument");
    edit(c, ["movedFrom"], "region-argument");
  },
  "a retired region that is covered": (c) => {
    edit(c, ["accounts", 0, "retiredRegions"], ["us-east-1"]);
  },
  "dead-letter messages without a log group": (c) => {
    edit(c, ["trail"], { type: "create", logRetentionDays: 0, logDeadLetters: true });
    edit(c, ["logAlarms"]);
  },
  "an account of a unit without a stack set": (c) => {
    edit(c, ["rollout"]);
    edit(c, ["accounts", 0, "organizationalUnit"], "ou-ab12-c3d4e5f6");
  },
  "an acceptance that is not needed": (c) => {
    edit(c, ["acceptMissingRegions"], ["eu-west-1"]);
  },
  "an entry of ignore that is over": (c) => {
    edit(
      c,
      ["ignore"],
      [
        {
          until: "2026-01-31",
          reason: "a",
          principalArn: "arn:aws:sts::*:assumed-role/deployer/*",
        },
      ],
    );
  },
  "a route for a kind that is off": (c) => {
    edit(c, ["kinds"], { "role-switch": "off" });
    edit(
      c,
      ["routes"],
      [{ name: "a", kinds: ["role-switch", "root-sign-in"], recipients: ["a@example.com"] }],
    );
    edit(c, ["recipients"]);
  },
};

const same = (one: Problem) => (other: Problem) =>
  formatPath(one.path) === formatPath(other.path) &&
  one.problem === other.problem &&
  one.value === other.value;

test("what a refusal proposes, where it is exact, takes the problem away", () => {
  const applied = new Set<string>();
  fc.assert(
    fc.property(
      configurations,
      fc.constantFrom(...Object.entries(faults)),
      (configuration, [name, fault]) => {
        const broken = structuredClone(configuration) as Json & SignInAlertsProps;
        fault(broken);
        for (const problem of checkConfiguration(broken)) {
          const repaired = fixed(broken, problem);
          if (repaired === undefined) continue;
          applied.add(name);
          const left = checkConfiguration(repaired as SignInAlertsProps).filter(same(problem));
          expect({ problem, left }).toEqual({ problem, left: [] });
        }
      },
    ),
  );
  expect(applied.size).toBeGreaterThan(5);
});

test.each(Object.entries(faults))("fails for %s, with a fix", (_, fault) => {
  const commercial = configurations.filter(({ hub }) => hub.region === "eu-central-1");
  const [sound] = fc.sample(commercial, { numRuns: 1, seed: 7 });
  const broken = structuredClone(sound) as Json & SignInAlertsProps;
  fault(broken);
  const problems = checkConfiguration(broken);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every(({ fix }) => fix.length > 0)).toBe(true);
});
