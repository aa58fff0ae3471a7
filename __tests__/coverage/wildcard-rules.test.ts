import { ownWildcardRules, wildcardRules } from "./every-rule/path-rows";
import { foundIn } from "./every-rule/raise";

const ofQuota = (count: number) =>
  foundIn(wildcardRules(count - ownWildcardRules)).filter(
    ({ rule }) => rule === "wildcard-rules-over-quota",
  );

test("a bus may have 30 rules with wildcards, and no more", () => {
  expect(ofQuota(30)).toEqual([]);
  expect(ofQuota(31).map(({ detail }) => detail)).toEqual([
    "31 on 222222222222/eu-central-1/signin-alerts",
  ]);
});
