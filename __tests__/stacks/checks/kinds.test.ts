import { catalog } from "../../../src/catalog";
import { checkConfiguration, type Problem, type SignInAlertsProps } from "../../../src/stacks";
import { enabledKinds } from "../../../src/plan/kinds";
import { small, twoAccounts } from "../../terraform/organizations";

function problemsOf(change: object): readonly Problem[] {
  return checkConfiguration({ ...small, ...change });
}

describe("the kinds of a configuration", () => {
  test("are those on by default when nothing is said", () => {
    expect(enabledKinds({}).map(({ name }) => name)).toEqual(
      catalog.filter(({ onByDefault }) => onByDefault).map(({ name }) => name),
    );
  });

  test("can be switched on, off, or given another severity", () => {
    const kinds: NonNullable<SignInAlertsProps["kinds"]> = {
      "role-switch": "on",
      "federated-sign-in": "off",
      "root-sign-in": "high",
      "mfa-check": "medium",
    };
    const enabled = enabledKinds({ kinds });
    const severityOf = (name: string) => enabled.find((kind) => kind.name === name)?.severity;
    expect(severityOf("role-switch")).toBe("low");
    expect(severityOf("federated-sign-in")).toBeUndefined();
    expect(severityOf("root-sign-in")).toBe("high");
    expect(severityOf("mfa-check")).toBe("medium");
  });

  test("may all be on", () => {
    const kinds = Object.fromEntries(catalog.map(({ name }) => [name, "on"]));
    expect(problemsOf({ kinds })).toEqual([]);
  });

  test("fails on a misspelt kind with the nearest name", () => {
    expect(problemsOf({ kinds: { "roel-switch": "on" } })).toEqual([
      expect.objectContaining({
        path: ["kinds", "roel-switch"],
        problem: "this alert kind does not exist",
        fix: "did you mean role-switch?",
      }),
    ]);
  });

  test("fails on a misspelt severity with the nearest one", () => {
    expect(problemsOf({ kinds: { "role-switch": "critcal" } })).toEqual([
      expect.objectContaining({
        path: ["kinds", "role-switch"],
        value: "critcal",
        fix: "did you mean critical?",
      }),
    ]);
  });

  test("fails on a read-only kind while the existing trail logs writes only", () => {
    const [problem, ...others] = problemsOf({
      kinds: { "cli-sign-in": "on" },
      trail: { type: "existing" },
    });
    expect(others).toEqual([]);
    expect(problem?.problem).toMatch(/cli-sign-in consists of read-only events/);
    expect(problem?.fix).toMatch(/trail\.logsReadEvents: true/);
    expect(
      problemsOf({
        kinds: { "cli-sign-in": "on" },
        trail: { type: "existing", logsReadEvents: true },
      }),
    ).toEqual([]);
  });

  test("fails on a kind of us-east-1 while no account is covered there", () => {
    const problems = problemsOf({
      regions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
      acceptMissingRegions: ["us-east-1"],
    });
    expect(problems.map(({ path }) => path.join("."))).toEqual([
      "kinds.root-credential-change",
      "kinds.region-opt-in",
    ]);
    expect(problems[0]?.problem).toMatch(/delivered in us-east-1 only/);
  });

  test("fails on a kind that is switched on while no route notifies of it", () => {
    const problems = checkConfiguration({
      ...twoAccounts,
      kinds: { "mfa-check": "critical", "role-switch": "on", "federated-sign-in": "off" },
      routes: [
        { name: "pager", kinds: ["root-sign-in", "role-switch"], recipients: ["a@example.com"] },
      ],
    });
    expect(problems).toEqual([
      expect.objectContaining({
        path: ["kinds", "mfa-check"],
        problem: "mfa-check is on, but no route notifies of it",
      }),
    ]);
  });

  test("fails on a route that names a kind that is off", () => {
    const problems = checkConfiguration({
      ...twoAccounts,
      routes: [{ name: "pager", kinds: ["mfa-check"], recipients: ["a@example.com"] }],
    });
    expect(problems).toEqual([
      expect.objectContaining({
        path: ["routes", 0, "kinds", 0],
        fix: "name a kind that is on, or set kinds: { mfa-check: on } beside routes",
      }),
    ]);
  });

  test("fails on more rules than an event bus holds", () => {
    const routes = Array.from({ length: 40 }, (_, i) => ({
      name: `route-${i}`,
      recipients: ["a@example.com"],
    }));
    expect(checkConfiguration({ ...twoAccounts, routes })).toEqual([
      expect.objectContaining({ path: ["routes"], value: "40 routes" }),
    ]);
  });

  test("fails when every kind is off", () => {
    const kinds = Object.fromEntries(catalog.map(({ name }) => [name, "off"]));
    expect(problemsOf({ kinds })).toEqual([
      expect.objectContaining({ path: ["kinds"], problem: "every alert kind is off" }),
    ]);
  });
});
