/** @jest-environment-options {"ownModules": true} */
import { expectationsOf, resolve } from "../../src/plan";

jest.mock("cdktf", () => {
  throw new Error("cdktf is loaded");
});
jest.mock("constructs", () => {
  throw new Error("constructs is loaded");
});

test("a plan and what is expected of it are worked out without loading cdktf", () => {
  const plan = resolve({
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    hub: { account: "111111111111", region: "eu-central-1" },
    accounts: [{ id: "111111111111", name: "only" }],
    recipients: ["security@example.com"],
  });
  expect(plan.hub.rules.map(({ name }) => name)).toContain("signin-alerts-root-sign-in");
  expect(expectationsOf(plan).accounts).toHaveLength(1);
});
