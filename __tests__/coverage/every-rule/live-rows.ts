import { limits, reportUnder } from "../limited";
import { MEMBER } from "../small-organization";
import { allOf } from "./raise";
import type { Finding, RuleId } from "../../../src/coverage";
import {
  alarmFindings,
  archiveFindings,
  deliveryFindings,
  functionFindings,
  mutedFindings,
  notKnownFinding,
  trustedAccessFindings,
  unconfirmedFinding,
  waitingFindings,
} from "../../../src/live/inventory/live-findings";

const denied = { Effect: "Deny", Action: ["events:PutEvents", "sqs:*"], Resource: "*" };
const found = { account: "222222222222", region: "us-east-1", type: "aws_sns_topic", name: "x" };

/** What only AWS can say, by what it says. */
export const liveRows: Partial<Record<RuleId, () => readonly Finding[]>> = {
  "live-not-known": () => [
    notKnownFinding({ ...found, permission: "events:ListRules", reason: "access denied" }),
  ],
  "subscription-unconfirmed": () => [
    unconfirmedFinding(found, "email", "security@example.com", "PendingConfirmation"),
  ],
  "service-control-policy-denies": () =>
    allOf(reportUnder({ [MEMBER]: limits({ service: [denied] }) })),
  "resource-control-policy-denies": () =>
    allOf(reportUnder({ [MEMBER]: limits({ resource: [{ ...denied, Principal: "*" }] }) })),
  "trusted-access-disabled": () => trustedAccessFindings(found, "cloudtrail.amazonaws.com"),
  "trail-delivery-failing": () =>
    deliveryFindings(found, { bucket: "AccessDenied", "log group": undefined }),
  "alarm-raised": () => alarmFindings(found, "ALARM"),
  "alarm-without-data": () => alarmFindings(found),
  "alarm-muted": () => mutedFindings(found, ["deploy-window"]),
  "archive-not-enabled": () => archiveFindings(found, "DISABLED"),
  "function-not-active": () => functionFindings(found, { State: "Failed" }),
  "dead-letter-messages-waiting": () => waitingFindings(found, 3),
};
