import type { SignInAlertsProps } from "../../../src/stacks";
import { expectSaid, type Change } from "./said-of-change";

const vendor = "arn:aws:iam::333333333333:role/vendor";
const auditor = "arn:aws:iam::333333333333:role/auditor";
const watching = (principals: readonly string[], programs = true) => ({
  watch: [{ name: "outside", principals, severity: "high" as const, programs }],
});
const counting = (logAlarms: NonNullable<SignInAlertsProps["logAlarms"]>) => ({ logAlarms });

const changes: readonly Change[] = [
  {
    name: "a principal that is no longer watched",
    base: watching([vendor, auditor]),
    head: watching([vendor]),
    harmless: false,
    says: [`No longer watched: 1 principal, ${auditor} (watch outside)`],
  },
  {
    name: "a principal that is watched from now on",
    base: watching([vendor]),
    head: watching([vendor, auditor]),
    harmless: true,
    says: [`Watched from now on: 1 principal, ${auditor} (watch outside)`],
  },
  {
    name: "a watch that leaves programs out",
    base: watching([vendor]),
    head: watching([vendor], false),
    harmless: false,
    says: [`No longer watched: 1 principal, ${vendor} (watch outside, sign-ins by programs)`],
  },
  {
    name: "a watch of more by a wildcard",
    base: watching([vendor]),
    head: watching(["arn:aws:iam::*:role/vendor"]),
    harmless: true,
    says: ["Watched from now on: 1 principal, arn:aws:iam::*:role/vendor (watch outside)"],
  },
  {
    name: "a user less whose sign-ins raise an alarm",
    base: counting({ users: [{ name: "break-glass", userNames: ["glass-1", "glass-2"] }] }),
    head: counting({ users: [{ name: "break-glass", userNames: ["glass-1"] }] }),
    harmless: false,
    says: ["leave something out: signin-alerts-sign-ins-of-break-glass"],
  },
  {
    name: "a user more whose sign-ins raise an alarm",
    base: counting({ users: [{ name: "break-glass", userNames: ["glass-1"] }] }),
    head: counting({ users: [{ name: "break-glass", userNames: ["glass-1", "glass-2"] }] }),
    harmless: true,
    says: ["pattern of 1 aws_cloudwatch_log_metric_filter"],
  },
  {
    name: "an alarm that is raised later",
    base: counting({ failures: 5 }),
    head: counting({ failures: 50 }),
    harmless: false,
    says: ["Alarms are raised later: signin-alerts-failed-console-sign-ins at 50 instead of 5"],
  },
  {
    name: "an alarm that is raised sooner",
    base: counting({ failures: 50 }),
    head: counting({ failures: 5 }),
    harmless: true,
    says: ["Alarms are raised sooner: signin-alerts-failed-console-sign-ins at 5 instead of 50"],
  },
];

test.each(changes)("$name", expectSaid);
