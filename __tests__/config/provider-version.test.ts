import { checkConfiguration } from "../../src/stacks";

function problemsOf(providerVersion: string): readonly string[] {
  return checkConfiguration({ providerVersion })
    .filter(({ path }) => path[0] === "providerVersion")
    .map(({ problem }) => problem);
}

test.each([
  "6.25.0",
  "= 6.30.1",
  "~> 6.25",
  "~> 6.3",
  "~> 6.30.0",
  ">= 5.0",
  "<= 6.25",
  "> 6.0, < 7",
])("a constraint that a sufficient version meets is taken: %s", (version) => {
  expect(problemsOf(version)).toEqual([]);
});

test.each([
  "5.0.0",
  "= 6.24.9",
  "~> 5.0",
  "~> 5",
  "~> 6.24.0",
  "< 6.25.0",
  ">= 5.0, < 6.0",
  "<= 6.24.0",
])("fails for versions of the provider that are too old: %s", (version) => {
  expect(problemsOf(version)).toEqual([expect.stringMatching(/is 6.25.0 or later$/)]);
});
