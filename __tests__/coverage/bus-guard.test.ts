import { reportOf, stacksOf } from "./small-organization";
import { mutated, type Mutant } from "./mutation/mutant";

const stacks = stacksOf();

function reasonsWithout(condition: string): readonly string[] {
  const mutant: Mutant = {
    stack: "signin-hub",
    address: "aws_cloudwatch_event_bus_policy",
    change: "",
    neighbours: [],
    apply: (document) => {
      const text = JSON.stringify(document);
      Object.assign(document, JSON.parse(text.replaceAll(condition, "")));
    },
  };
  return reportOf(mutated(stacks, mutant)).findings.map(({ reason }) => reason);
}

test("a bus that takes events from outside the organization is found", () => {
  expect(reasonsWithout('\\"aws:PrincipalOrgID\\":\\"o-a1b2c3d4e5\\",')).toEqual([
    "it lets accounts outside the organization send events",
  ]);
});

test("a bus that takes events of any source is found, because accounts can forge those", () => {
  const sources =
    '\\"events:source\\":[\\"aws.account\\",\\"aws.iam\\",\\"aws.signin\\",\\"aws.sts\\"],';
  expect(reasonsWithout(sources)).toEqual([
    "it takes events of any source: an account can forge sign-ins",
  ]);
});
