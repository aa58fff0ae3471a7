import type { SignInAlertsProps } from "../../../src/stacks";
import { smallOrganization } from "../small-organization";
import { reviewed, versionOf } from "./review-of";

const ofHead = (head: Partial<SignInAlertsProps>) => reviewed(versionOf(), versionOf(head));

test("the credentials and tags of the providers are said, and lose nothing", () => {
  const { markdown, harmless } = ofHead({
    externalId: "d-e-f",
    sessionName: "deploy",
    accounts: smallOrganization.accounts.map((account, i) =>
      i === 0 ? { ...account, profile: "management" } : account,
    ),
    ignoreTags: { keyPrefixes: ["cost:"] },
  });
  expect(markdown).toContain(
    "Terraform sends another external id in 2 accounts (222222222222, 333333333333): where the trust policy of the role asks for the one before, nothing can be applied.",
  );
  expect(markdown).toContain("Terraform names its sessions otherwise in 2 accounts");
  expect(markdown).toContain("Terraform uses another profile in 1 account (111111111111): where");
  expect(markdown).toContain("Terraform ignores other tags in 3 accounts");
  expect(harmless).toBe(true);
});

test("a permissions boundary changes the roles in place", () => {
  const { markdown, harmless } = ofHead({ createdRoles: { permissionsBoundary: "Boundary" } });
  expect(markdown).toMatch(/permissions.*boundary of 4 aws.*iam.*role/u);
  expect(harmless).toBe(true);
});

test("another path makes each role anew, which is a loss until it is there", () => {
  const { markdown, harmless } = ofHead({ createdRoles: { path: "/security/" } });
  expect(markdown).toContain("4 resources on the way of alerts destroyed or replaced");
  expect(harmless).toBe(false);
});
