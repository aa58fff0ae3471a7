import type { SignInAlertsProps } from "../../../src/stacks";
import { reviewed, rewriting, versionOf, type Edit } from "./review-of";

const until = "2027-06-30";
const robot = { principalArn: "arn:aws:sts::*:assumed-role/deployer/*", until, reason: "a robot" };
const robots = {
  principalArns: [robot.principalArn, "arn:aws:sts::*:assumed-role/builder/*"],
  until,
  reason: "robots",
};

type Props = Partial<SignInAlertsProps>;

function change(before: Props, after: Props, edits: { base?: Edit; head?: Edit } = {}) {
  const { review, harmless } = reviewed(
    versionOf(before, edits.base),
    versionOf(after, edits.head),
  );
  return { review, harmless, texts: review.others.map(({ text }) => text) };
}

describe("sign-ins that are ignored", () => {
  const more =
    /^No recipient is notified any more of sign-ins that are ignored from now on: .*deployer/mu;
  const less = /^No longer ignored, so recipients are notified of them: /mu;

  test("from now on are lost, and named with who and why", () => {
    const { harmless, texts } = change({}, { ignore: [robot] });
    expect(harmless).toBe(false);
    expect(texts.join("\n")).toMatch(more);
    expect(texts.join("\n")).toContain("a robot");
  });

  test("no longer are won, and the rules that only divided the others are not lost", () => {
    const { review, harmless, texts } = change({ ignore: [robot] }, {});
    expect(texts.join("\n")).toMatch(less);
    expect(review.losses.map(({ name }) => name)).toEqual([]);
    expect(harmless).toBe(true);
  });

  test("beside those that were are lost, and none is said to be won", () => {
    const { harmless, texts } = change({ ignore: [robot] }, { ignore: [robots] });
    expect(harmless).toBe(false);
    expect(texts.join("\n")).toMatch(more);
    expect(texts.join("\n")).not.toMatch(less);
  });

  test("for another reason, or fewer of them, are not lost", () => {
    const other = { ...robot, reason: "still a robot" };
    expect(change({ ignore: [robot] }, { ignore: [other] }).texts).toEqual([]);
    const { harmless, texts } = change({ ignore: [robots] }, { ignore: [robot] });
    expect(texts.join("\n")).not.toMatch(more);
    expect(harmless).toBe(true);
  });

  test("are not compared with a version of which no configuration says what is ignored", () => {
    const { coverage, inventory } = versionOf();
    const { review } = reviewed({ coverage, inventory }, versionOf({ ignore: [robot] }));
    expect(review.others.map(({ text }) => text).join("\n")).not.toMatch(more);
  });
});

test("rules that divided a kind are lost where not every alert arrives", () => {
  const off = rewriting((text) => text.replaceAll('"aws.signin', '"aws.nothing'));
  const { review } = change({ ignore: [robot] }, {}, { head: off });
  expect(review.losses.filter(({ part }) => part === "path")).not.toEqual([]);
});

describe("a role that nobody but people acts by", () => {
  const drill = { trustedPrincipals: ["arn:aws:iam::111111111111:role/security"] };

  test("is on no path: that of drills may go", () => {
    const { review, harmless } = change({ drill }, {});
    expect(review.losses.map(({ type, part }) => [type, part])).toContainEqual([
      "aws_iam_role",
      undefined,
    ]);
    expect(harmless).toBe(true);
  });

  test("is no harmless one once anybody may sign in as it", () => {
    const open = rewriting((text) =>
      text.replaceAll(`{\\"AWS\\":[\\"${drill.trustedPrincipals[0] ?? ""}\\"]}`, '\\"*\\"'),
    );
    const { review, harmless } = change({ drill }, { drill }, { head: open });
    expect(JSON.stringify(review)).toContain("drill-role-open");
    expect(harmless).toBe(false);
  });

  test("is told from one that a target names", () => {
    const renamed = rewriting((text) =>
      text.replaceAll("account-forwarder_Role_A8FB1992", "account-forwarder_Role_Other"),
    );
    const { review } = change({}, {}, { head: renamed });
    const roles = review.losses.filter(({ type }) => type === "aws_iam_role");
    expect(roles).not.toEqual([]);
    expect(roles.every(({ part }) => part === "path")).toBe(true);
  });
});

test("resources that prevent_destroy no longer protects are named", () => {
  const trail = { type: "create", deletionProtection: false } as const;
  const { harmless, texts } = change({}, { trail });
  expect(texts).toContainEqual(
    expect.stringMatching(
      /^Terraform may destroy \d+ resources? from now on that prevent_destroy protected: signin-trail /u,
    ),
  );
  expect(harmless).toBe(true);
  expect(change({ trail }, {}).texts).toEqual([]);
});

test("other settings of a state that stays where it is are named, without their values", () => {
  const backend = { type: "s3", bucket: "states", region: "eu-central-1" } as const;
  const encrypted = { ...backend, kmsKeyId: "alias/states" };
  const { harmless, texts } = change({ backend: encrypted }, { backend });
  expect(texts).toEqual([
    "The state of 5 stacks stays where it is, with another kms_key_id: terraform init -reconfigure takes the new settings.",
  ]);
  expect(harmless).toBe(true);
});

test("severities that change are named, and are no loss where each recipient is notified all the same", () => {
  const kinds = { "root-sign-in": { severity: "low" } } as const;
  const lowered = change({}, { kinds });
  expect(lowered.texts).toContain(
    "Severities are others: root-sign-in is low instead of critical.",
  );
  expect(lowered.harmless).toBe(true);
  const routes = [
    { name: "all", recipients: ["security@example.com"] },
    { name: "urgent", minSeverity: "high", recipients: ["oncall@example.com"] },
  ] as const;
  const missed = change({ routes }, { routes, kinds });
  expect(missed.texts).toContain("Severities are others: root-sign-in is low instead of critical.");
  expect(missed.review.audience.removed).toEqual([
    { recipient: "email:oncall@example.com", kinds: ["root-sign-in"], topics: [], entirely: false },
  ]);
  expect(missed.harmless).toBe(false);
});
