import type { StackDocument } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src/stacks";
import { said } from "./said";
import { organizationWith, reportOf, stacksOf } from "./small-organization";

const note = "Runbook: https://wiki.example.com/root";

function replaced(stacks: readonly StackDocument[], from: string, to: string) {
  const text = JSON.stringify(stacks);
  expect(text).toContain(from);
  return JSON.parse(text.replaceAll(from, () => to)) as readonly StackDocument[];
}

const channels: readonly (readonly [string, Partial<SignInAlertsProps>])[] = [
  ["a mail", {}],
  ["a mail with every field", { message: "full" }],
  ["a mail that a function writes", { formatter: true }],
  [
    "chat",
    {
      routes: [{ name: "c", slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } }],
      operations: { recipients: ["security@example.com"] },
      logAlarms: { signIns: 0, failures: 0, uncovered: false },
    },
  ],
];

describe.each(channels)("the note of a kind in %s", (_, keys) => {
  const props = { ...keys, kinds: { "root-sign-in": { note } } };
  const want = expectationsOf(resolve(organizationWith(props)));
  const stacks = stacksOf(props);
  const judged = (documents: readonly StackDocument[]) => {
    const { cells, findings } = reportOf(documents, want);
    return {
      uncovered: cells.filter(({ covered }) => !covered),
      findings: [...new Set(findings.map(said))],
    };
  };

  test("is nothing that is wrong", () => {
    expect(judged(stacks)).toEqual({ uncovered: [], findings: [] });
  });

  test("is missed where another is shown, whose address is masked", () => {
    const { findings } = judged(replaced(stacks, "example.com/root", "example.net/root"));
    expect(findings).toEqual([
      'message-differs: it has the note "Runbook: wiki.example.net#82fafc57"',
    ]);
  });

  test("fails to be understood where it would show a field of the event", () => {
    const { findings } = judged(replaced(stacks, "example.com/root", "<userAgent>"));
    expect(findings).toContainEqual(expect.stringMatching(/^message-differs/));
  });
});

test("a note that nobody wrote is a finding", () => {
  const { findings } = reportOf(stacksOf({ kinds: { "root-sign-in": { note } } }));
  expect(findings.map(said)).toEqual([
    'message-differs: it has the note "Runbook: wiki.example.com#0475e79e"',
  ]);
});
