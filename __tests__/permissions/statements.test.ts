import fc from "fast-check";
import { planning, type Permission } from "../../src/permissions/permission";
import { lengthOf, LONGEST_POLICY, policiesOf } from "../../src/permissions/policies";
import { sharedNames } from "../../src/permissions/shared-names";
import { statementsOf } from "../../src/permissions/statements";
import { runs } from "../property-runs";
import { allows } from "./allowed";

const regions = ["eu-central-1", "us-east-1", "us-east-2"];
const actions = ["sqs:GetQueueAttributes", "sqs:DeleteQueue", "sqs:TagQueue"];
const queues = ["one", "two", "three"].map((name) => `arn:aws:sqs:*:111111111111:${name}`);
const services = [{}, { "iam:PassedToService": "sqs.amazonaws.com" }];

const permission = fc.record<Permission>({
  uses: fc.constant(planning),
  action: fc.constantFrom(...actions),
  resource: fc.constantFrom(...queues),
  region: fc.constantFrom(...regions),
  conditions: fc.constantFrom(
    ...services.map((service) =>
      Object.keys(service).length === 0 ? {} : { StringEquals: service },
    ),
  ),
});

test("statements allow each permission, and nothing besides", () => {
  fc.assert(
    fc.property(fc.array(permission, { maxLength: 12 }), (permissions) => {
      const policies = policiesOf(statementsOf(permissions));
      for (const action of actions) {
        for (const queue of queues) {
          for (const region of regions) {
            const wanted = permissions.some(
              (each) =>
                each.action === action &&
                each.resource === queue &&
                each.region === region &&
                Object.keys(each.conditions).length === 0,
            );
            const resource = queue.replace(":*:", `:${region}:`);
            const asked = {
              action,
              resource,
              region,
              context: { "iam:PassedToService": "no.amazonaws.com" },
            };
            expect(allows(policies, asked)).toBe(wanted);
          }
        }
      }
    }),
    runs(60),
  );
});

test("permissions in any order give the same bytes", () => {
  fc.assert(
    fc.property(fc.array(permission, { maxLength: 12 }), (permissions) => {
      expect(statementsOf([...permissions].reverse())).toEqual(statementsOf(permissions));
    }),
    runs(60),
  );
});

test("more than three resources of one type are said by what their names begin with", () => {
  const rule = (name: string) => `arn:aws:events:*:111111111111:rule/alerts/${name}`;
  const three = ["alerts-a", "alerts-b", "alerts-c"].map(rule);
  expect(sharedNames(three)).toEqual(three);
  expect(sharedNames([...three, rule("alerts-root-d")])).toEqual([rule("alerts-*")]);
  const others = [...three, rule("other")];
  expect(sharedNames(others)).toEqual(others);
});

test("a policy is never longer than AWS accepts, and none of its statements is lost", () => {
  const many = Array.from({ length: 300 }, (_, at): Permission => ({
    uses: planning,
    action: "sqs:DeleteQueue",
    resource: `arn:aws:sqs:*:111111111111:${String(at)}queue`,
    region: "eu-central-1",
    conditions: {},
  }));
  const policies = policiesOf(statementsOf(many));
  expect(policies.length).toBeGreaterThan(2);
  for (const document of policies) expect(lengthOf(document)).toBeLessThanOrEqual(LONGEST_POLICY);
  const named = policies.flatMap(({ Statement }) => Statement.flatMap(({ Resource }) => Resource));
  expect(new Set(named).size).toBe(300);
  for (const { Statement } of policies) {
    expect(new Set(Statement.map(({ Sid }) => Sid)).size).toBe(Statement.length);
  }
});
