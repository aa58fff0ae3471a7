import {
  complaints,
  INSTANCES,
  namesStackSet,
  reportAfter,
  SET,
  UNIT,
  type StackSetParts,
} from "./stack-set-organization";
import { forwarderTemplate, type MutableJson } from "./template";
import { said } from "../said";

/** Whether a change is noticed with the stack set named. */
function isNamed(change: (parts: StackSetParts) => void): boolean {
  return complaints(reportAfter(change)).some(namesStackSet);
}

/** The intrinsic functions of a value, by their paths. */
function intrinsicsIn(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(name === "Ref" || name.startsWith("Fn::") ? [path] : []),
    ...intrinsicsIn(inner, [...path, name]),
  ]);
}

/** Puts a value where the path leads. */
function replace(holder: unknown, path: readonly string[], value: unknown): void {
  const [name = "", ...rest] = path;
  const object = holder as MutableJson;
  if (rest.length === 0) object[name] = value;
  else replace(object[name], rest, value);
}

const intrinsics = intrinsicsIn(forwarderTemplate().Resources);

test.each(Object.keys(forwarderTemplate().Resources))("the loss of %s is noticed", (id) => {
  const remove = ({ template }: StackSetParts): void => {
    Reflect.deleteProperty(template.Resources, id);
    // What CloudFormation would refuse is not what this is about.
    for (const resource of Object.values(template.Resources)) {
      Reflect.deleteProperty(resource, "DependsOn");
    }
  };
  expect(isNamed(remove)).toBe(true);
});

test("the template has intrinsic functions of every kind", () => {
  const text = JSON.stringify(forwarderTemplate());
  for (const name of ["Ref", "Fn::GetAtt", "Fn::Sub", "Fn::If", "Fn::Equals"]) {
    expect(text).toContain(`"${name}"`);
  }
  expect(intrinsics.length).toBeGreaterThan(10);
});

describe.each([
  ["a resource that is not there", { Ref: "Nonsense" }],
  ["an intrinsic function that nobody knows", { "Fn::Nonsense": "x" }],
  ["an attribute that nobody knows", { "Fn::GetAtt": ["Forward", "Nonsense"] }],
  ["a plain text", "nonsense"],
])("%s in place of an intrinsic function", (_, nonsense) => {
  test.each(intrinsics.map((path) => [path.join("."), path] as const))(
    "is noticed at %s",
    (_name, path) => {
      expect(
        isNamed(({ template }) => {
          replace(template.Resources, path, nonsense);
        }),
      ).toBe(true);
    },
  );
});

test.each<[string, (parts: StackSetParts) => void, RegExp]>([
  [
    "a condition that is the other way round",
    ({ template }) => {
      const { IsRoleRegion } = template.Conditions;
      template.Conditions["IsRoleRegion"] = { "Fn::Not": [IsRoleRegion] };
    },
    /^duplicate-identity: /u,
  ],
  [
    "a role that is made in a region without stacks",
    ({ template }) => {
      template.Conditions["IsRoleRegion"] = { "Fn::Equals": [{ Ref: "AWS::Region" }, "eu-west-1"] };
    },
    /^role-missing: arn:aws:iam::/u,
  ],
  [
    "a role that is made in every region",
    ({ template }) => {
      Reflect.deleteProperty(template.Resources["Role"] ?? {}, "Condition");
    },
    /^duplicate-identity: /u,
  ],
  [
    "the region of the role taken away",
    ({ instances }) => {
      instances["regions"] = ["eu-central-1", "us-east-2"];
    },
    /^role-missing: arn:aws:iam::/u,
  ],
  [
    "a region taken away",
    ({ instances }) => {
      instances["regions"] = ["eu-central-1", "us-east-1"];
    },
    new RegExp(`^stack-set-target-missing: ${UNIT} in us-east-2$`, "u"),
  ],
  [
    "the organizational unit taken away",
    ({ instances }) => {
      instances.deployment_targets["organizational_unit_ids"] = [];
    },
    /^stack-set-targets-invalid: deployment_targets names no organizational unit/u,
  ],
  [
    "another organizational unit",
    ({ instances }) => {
      instances.deployment_targets["organizational_unit_ids"] = ["ou-ab12-99999999"];
    },
    new RegExp(`^stack-set-target-missing: ${UNIT}$`, "u"),
  ],
])("%s is noticed", (_, change, finding) => {
  const named = complaints(reportAfter(change)).filter(namesStackSet);
  expect(named.map(said)).toContainEqual(expect.stringMatching(finding));
});

test("an organizational unit that is lost leaves its accounts uncovered", () => {
  const { cells } = reportAfter(({ instances }) => {
    instances.deployment_targets["organizational_unit_ids"] = ["ou-ab12-99999999"];
  });
  const gaps = cells.filter(({ covered }) => !covered);
  expect([...new Set(gaps.map(({ account }) => account))]).toEqual([
    "222222222222",
    "333333333333",
  ]);
});

test("the stack set and its instances are named by their addresses", () => {
  const addresses = complaints(
    reportAfter(({ set, instances }) => {
      set["auto_deployment"] = { enabled: false };
      instances["regions"] = ["eu-central-1", "us-east-1"];
    }),
  ).map(({ resource }) => resource?.address);
  expect(addresses).toEqual(expect.arrayContaining([SET, INSTANCES]));
});
