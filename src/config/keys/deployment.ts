import { defaultHeartbeatHours, heartbeatHours } from "../../guards";
import { prefix, tagKey, tagValue } from "../forms/names";
import { providerVersion } from "../forms/provider-version";
import { backend } from "./backend";
import { choice, flag, group, map, number, text } from "./key";
import { providerKeys } from "./providers";

const strategies = ["provider-per-region", "region-argument"] as const;

/** How everything is deployed, and how events are delivered. */
export const deploymentKeys = {
  regionStrategy: choice(
    "How Terraform reaches the regions of an account: one provider for each, or one for all and the resources' own `region`, which needs a tenth of the memory.",
    strategies,
    { as: "RegionStrategy", default: "provider-per-region" },
  ),
  movedFrom: choice(
    "Strategy that the accounts were deployed with, while they change to another: the resources are then moved within the state. Remove it after the deployment.",
    strategies,
    { as: "RegionStrategy", otherwise: "nothing is moved" },
  ),
  ...providerKeys,
  heartbeat: group(
    "Every region sends an event now and then, and one alarm counts them.",
    {
      hours: number("Hours between two of one region.", {
        limits: [0, ...heartbeatHours],
        unit: "hours",
        zero: "no heartbeat",
        default: defaultHeartbeatHours,
        fault: (hours: number) => {
          const isTooOften = hours > 0 && hours < 2;
          const meant = isTooOften ? 2 : 24;
          return {
            problem: isTooOften
              ? "heartbeats sent more often than every two hours could not be distinguished from those before"
              : "heartbeats of all regions must fall into the same hours of each day",
            fix: `choose ${meant}`,
            meant,
          };
        },
      }),
    },
    { otherwise: "every 24 hours" },
  ),
  flood: group(
    "A flood of failed sign-ins and of all else that somebody without credentials can cause.",
    {
      perMinute: number("Events within a minute that raise the alarm.", {
        limits: { least: 0, most: 1_000_000 },
        unit: "events",
        zero: "no alarm",
        default: 60,
        fault: {
          problem: "this is not a number of events that an alarm can count",
          fix: "leave the key out for 60, one in a second",
          remove: true,
        },
      }),
    },
    { otherwise: "60 a minute" },
  ),
  dashboard: flag(
    "Whether CloudWatch has a dashboard of alerts, heartbeats and alarms in the hub, and one of sign-ins beside the trail's log group. AWS bills $3 a month for each after the third of an account.",
    { default: true },
  ),
  retry: group(
    "How long EventBridge tries to deliver before an event goes to a dead-letter queue.",
    {
      seconds: number("Seconds.", {
        limits: { least: 60, most: 86_400 },
        unit: "seconds",
        default: 86_400,
        fault: {
          problem: "EventBridge does not keep trying for this long",
          fix: "leave the key out for 86400, the most there is",
          remove: true,
        },
      }),
      attempts: number("Attempts.", {
        limits: { least: 0, most: 185 },
        unit: "attempts",
        default: 185,
        fault: {
          problem: "EventBridge does not try this often",
          fix: "leave the key out for 185, the most there is",
          remove: true,
        },
      }),
    },
    { otherwise: "a day, 185 attempts: the most that it can" },
  ),
  tags: map("Tags of every resource.", {
    name: tagKey,
    value: text("Value of the tag.", { form: tagValue }),
    otherwise: "none",
    size: {
      most: 50,
      unit: "tags",
      fault: (count: number) => ({
        problem: `a resource cannot have ${count} tags`,
        fix: "remove some",
      }),
    },
  }),
  namePrefix: text("Begins the name of every resource.", {
    form: prefix,
    default: "signin-alerts",
  }),
  stackPrefix: text("Begins the name of every stack.", { form: prefix, default: "signin" }),
  providerVersion: text("Versions of the AWS provider that Terraform may use.", {
    form: providerVersion,
    default: ">= 6.25.0, < 7.0.0",
  }),
  backend,
};
