import type { SignInAlertsProps } from "../../src/stacks";
import { example, Organization } from "./example-organization";

const providersWith = (keys: Partial<SignInAlertsProps>) =>
  new Organization({ ...example, ...keys }).stacks.flatMap(({ providers }) => providers);

const [first, second] = example.accounts;

test("the external id and the session's name are sent wherever a role is assumed, and nowhere else", () => {
  const providers = providersWith({ externalId: "1a2b3c", sessionName: "terraform" });
  const assumed = providers.flatMap(({ assume_role: role }) => role ?? []);
  expect(assumed.length).toBeGreaterThan(0);
  expect(assumed.length).toBeLessThan(providers.length);
  for (const role of assumed) {
    expect(role).toMatchObject({ external_id: "1a2b3c", session_name: "terraform" });
  }
});

test("an account has the external id and the profile of its own in each of its providers", () => {
  const accounts = example.accounts.map((account) =>
    account === second ? { ...account, externalId: "own", profile: "second" } : account,
  );
  const providers = providersWith({ accounts, externalId: "theirs", profile: "deploy" });
  for (const { allowed_account_ids: ids, profile, assume_role: roles } of providers) {
    const isSecond = ids?.[0] === second?.id;
    expect(profile).toBe(isSecond ? "second" : "deploy");
    for (const role of roles ?? []) expect(role.external_id).toBe(isSecond ? "own" : "theirs");
  }
  expect(providers.some(({ allowed_account_ids: ids }) => ids?.[0] === first?.id)).toBe(true);
});

test("every provider ignores the tags that others set, beside those that it sets", () => {
  const keys = { tags: { team: "security" }, ignoreTags: { keyPrefixes: ["cost:"], keys: [] } };
  for (const provider of providersWith(keys)) {
    expect(provider.ignore_tags).toEqual([{ key_prefixes: ["cost:"] }]);
    expect(provider.default_tags).toEqual([{ tags: { team: "security" } }]);
  }
});

test("no list of ignored tags is no block", () => {
  for (const provider of providersWith({ ignoreTags: { keys: [], keyPrefixes: [] } })) {
    expect(provider).not.toHaveProperty("ignore_tags");
  }
});
