import { reportOf, stacksOf } from "./small-organization";
import { mutated, type Mutant } from "./mutation/mutant";
import { said } from "./said";

const stacks = stacksOf();

function foundWithout(condition: string): readonly string[] {
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
  return reportOf(mutated(stacks, mutant)).findings.map(said);
}

test("a bus that takes events from outside the organization is found", () => {
  expect(foundWithout('\\"StringEquals\\":{\\"aws:PrincipalOrgID\\":\\"o-a1b2c3d4e5\\"},')).toEqual(
    ["open-to-strangers"],
  );
});

test("a bus that takes events of any source is found, because accounts can forge those", () => {
  expect(foundWithout('\\"events:source\\":\\"aws.*\\",')).toEqual(["bus-accepts-any-source"]);
});
