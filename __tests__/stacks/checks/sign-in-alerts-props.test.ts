import { inspect } from "node:util";
import { Testing } from "cdktf";
import {
  InvalidConfigurationError,
  SignInAlerts,
  type SignInAlertsProps,
} from "../../../src/stacks";

const sound: SignInAlertsProps = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region: "eu-central-1" },
  accounts: [{ id: "111111111111", name: "management" }],
  recipients: ["security@example.com"],
};

function problemsOf(props: object): readonly string[] {
  try {
    // As a caller in JavaScript would, whom no compiler warns.
    new SignInAlerts(Testing.app(), "alerts", props as SignInAlertsProps);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidConfigurationError)) throw error;
    return error.problems.map(({ path }) => path.join("."));
  }
}

test.each([
  ["no properties", {}, ["organization", "hub", "accounts"]],
  ["no accounts", { ...sound, accounts: undefined }, ["accounts"]],
  ["accounts that are not a list", { ...sound, accounts: {} }, ["accounts"]],
  ["an account that is nothing", { ...sound, accounts: [undefined] }, ["accounts.0"]],
  [
    "an id that is a number",
    { ...sound, hub: { account: 111111111111, region: "us-east-1" } },
    ["hub.account"],
  ],
  [
    "a route without recipients",
    { ...sound, recipients: undefined, routes: [{ name: "a" }] },
    ["routes.0.recipients"],
  ],
  ["a trail of an unknown type", { ...sound, trail: { type: "exist" } }, ["trail.type"]],
  [
    "a backend without its bucket",
    { ...sound, backend: { type: "s3", region: "us-east-1" } },
    ["backend.bucket"],
  ],
  ["a misspelt property", { ...sound, receipients: ["a@example.com"] }, ["receipients"]],
  ["a message style that there is not", { ...sound, message: "verbose" }, ["message"]],
  ["regions that are a text", { ...sound, regions: "us-east-1" }, ["regions"]],
  [
    "a kind that is neither on nor off",
    { ...sound, kinds: { "mfa-check": true } },
    ["kinds.mfa-check"],
  ],
  ["tags that are a Map", { ...sound, tags: new Map([["a", "b"]]) }, ["tags"]],
  ["recipients that are undefined", { ...sound, recipients: undefined }, ["recipients"]],
])("fails with one error for %s", (_, props, paths) => {
  expect(problemsOf(props)).toEqual(paths);
});

test("fails when two organizations would have stacks of one name", () => {
  const app = Testing.app();
  new SignInAlerts(app, "one", sound);
  expect(() => new SignInAlerts(app, "two", sound)).toThrow(/has a stack of this name already/);
});

test("properties may be undefined where they may be left out", () => {
  expect(problemsOf({ ...sound, regions: undefined, routes: undefined, trail: undefined })).toEqual(
    [],
  );
});

test("a program that lets the error end it prints each problem once", () => {
  const problem = { path: ["hub"], problem: "hub is missing", allowed: "a hub", fix: "add it" };
  const error = new InvalidConfigurationError([{ ...problem, value: undefined }]);
  expect(inspect(error).match(/hub is missing/gu)).toHaveLength(1);
  expect(error.problems).toHaveLength(1);
});
