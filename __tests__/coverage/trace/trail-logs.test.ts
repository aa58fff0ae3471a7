import type { MutableJson } from "../mutation/mutant";
import { addressOf, traceAfter } from "./broken";

const TRAIL = "signin-trail";
const permission = addressOf(TRAIL, "aws_iam_role_policy");

const without =
  (text: RegExp) =>
  (body: MutableJson): void => {
    const before = String(body["policy"]);
    body["policy"] = before.replace(text, "");
    if (body["policy"] === before) throw new Error(`the policy has no ${text.source}`);
  };

test.each([
  ["of the organization", /,"[^"]*:log-stream:o-a1b2c3d4e5_\*"/u, "o-a1b2c3d4e5_…"],
  ["of its owner", /"[^"]*:log-stream:\d+_CloudTrail_[^"]*",/u, "111111111111_CloudTrail_eu"],
])("a trail whose role may not write the log streams %s stops the event", (_, text, stream) => {
  const { deliveries, blockers } = traceAfter(TRAIL, permission, without(text));
  expect(deliveries).toEqual([]);
  expect(blockers[0]?.rule).toBe("trail-log-role-denies");
  expect(blockers[0]?.detail).toContain("logs:CreateLogStream is not allowed");
  expect(blockers[0]?.detail).toContain(`log-stream:${stream}`);
});
