/** @jest-environment-options {"ownModules": true} */
import { checkConfiguration, type Problem } from "../../src";
import { callsOf } from "../calls-of";

const callsDuring = callsOf();

/** Watches of two principals each, more than an event bus has rules with wildcards for. */
function checked(number: number): {
  readonly calls: number;
  readonly problems: readonly Problem[];
} {
  let problems: readonly Problem[] = [];
  const calls = callsDuring(() => {
    problems = checkConfiguration({
      organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
      hub: { account: "111111111111", region: "eu-central-1" },
      accounts: [{ id: "111111111111", name: "management" }],
      recipients: ["security@example.com"],
      watch: Array.from({ length: number }, (_, i) => ({
        name: `w${i}`,
        principals: [`user/u${i}`, `role/r${i}`],
      })),
    });
  });
  return { calls, problems };
}

test("the watch from which on there are too many is found in work that grows as watches do", () => {
  const [some, twice] = [checked(30), checked(60)];
  for (const { problems } of [some, twice]) {
    const [problem] = problems.filter(({ path: [first] }) => first === "watch");
    expect(problem?.path).toEqual(["watch", 27]);
    expect(problem?.problem).toMatch(/would have wildcards, because of this watch$/u);
  }
  expect(twice.calls / some.calls).toBeLessThan(3);
});
