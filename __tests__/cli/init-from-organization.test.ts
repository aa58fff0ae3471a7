import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { organizationAnswers } from "../discovery/stand-in-organization";
import { jsonError, standInOfSuite } from "../live/stand-in";
import { capturedRun } from "./captured-run";
import { failing, same } from "./discover-folder";
import { others } from "./init-run";

const root = mkdtempSync(join(tmpdir(), "signin-alerts-init-organization-"));
const server = standInOfSuite();

afterAll(() => {
  rmSync(root, { recursive: true });
});

const organization = {
  ...same,
  accounts: {
    ...same.accounts,
    "222222222222": {
      name: "Tooling",
      regions: ["eu-south-1"],
      tags: { "aws:x": "y", env: "prod" },
    },
    "444444444444": { name: "Gone", state: "SUSPENDED" },
  },
};

test("--from-organization begins with the accounts, tags and opt-in regions that AWS lists", async () => {
  server().respond = organizationAnswers(organization);
  const folder = join(root, "whole");
  const { code, out, err } = await capturedRun(["init", folder, "--from-organization", ...others]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Left out: account 444444444444 Gone is SUSPENDED.");
  expect(parse(readFileSync(join(folder, "signin-alerts.yaml"), "utf8"))).toMatchObject({
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    hub: { account: "222222222222", region: "eu-central-1" },
    accounts: [
      { id: "111111111111", name: "Management", roleName: "none" },
      {
        id: "222222222222",
        name: "Tooling",
        tags: { env: "prod" },
        optInRegions: ["eu-south-1"],
      },
      { id: "333333333333", name: "Old", tags: { env: "prod" } },
    ],
  });
});

test("what AWS does not say of regions is named, and the project is written", async () => {
  server().respond = organizationAnswers(
    failing("ListRegions", jsonError("AccessDeniedException", "", 403)),
  );
  const folder = join(root, "denied");
  const { code, out } = await capturedRun(["init", folder, "--from-organization", ...others]);
  expect(code).toBe(0);
  expect(out).toContain("Not known: the regions of 111111111111 (Management), ");
});

test("fails where AWS does not list the accounts, and writes nothing", async () => {
  server().respond = organizationAnswers(
    failing("ListAccounts", jsonError("AccessDeniedException", "", 403)),
  );
  const folder = join(root, "none");
  const { code, err } = await capturedRun(["init", folder, "--from-organization", ...others]);
  expect(code).toBe(2);
  expect(err).toMatch(/^signin-alerts: the list of accounts is not known: access denied.*\n$/);
  expect(() => readFileSync(join(folder, "signin-alerts.yaml"))).toThrow("ENOENT");
});

test("fails for a list of accounts beside it", async () => {
  const { code, err } = await capturedRun(["init", root, "--from-organization", "--accounts", "a"]);
  expect(code).toBe(2);
  expect(err).toContain("--from-organization");
});
