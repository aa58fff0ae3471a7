import {
  GetAlarmMuteRuleCommand,
  ListAlarmMuteRulesCommand,
  type AlarmMuteRuleStatus,
} from "@aws-sdk/client-cloudwatch";
import type { Finding } from "../../coverage";
import type { Answer } from "../answer";
import type { Here } from "../here";
import { cloudwatch } from "./alarms";
import { readEach } from "./found";
import { notKnownFinding } from "./live-findings";

/** What mutes alarms at a place now. */
export interface MutedAlarms {
  /** Names of the mute rules that are active, by the name of an alarm. */
  readonly rules: ReadonlyMap<string, readonly string[]>;
  /** What AWS said that cannot be, beside what it did not say. */
  readonly findings: readonly Finding[];
}

const statuses: ReadonlySet<unknown> = new Set<AlarmMuteRuleStatus>([
  "ACTIVE",
  "EXPIRED",
  "SCHEDULED",
]);

/**
 * Reads which alarms are muted: one call, and one more for each mute rule that is active.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListAlarmMuteRules.html
 */
export async function readMutedAlarms(here: Here): Promise<MutedAlarms> {
  const active = await activeRules(here);
  if (active.state !== "known") {
    return { rules: new Map(), findings: cannotBe(here, "ListAlarmMuteRules", active) };
  }
  const rules = new Map<string, string[]>();
  const findings: Finding[] = [];
  await readEach(active.value, async (rule) => {
    const alarms = await mutedBy(here, rule);
    findings.push(...cannotBe(here, "GetAlarmMuteRule", alarms));
    for (const alarm of alarms.state === "known" ? alarms.value : []) {
      rules.set(alarm, [...(rules.get(alarm) ?? []), rule]);
    }
  });
  return { rules, findings };
}

/** A list always exists, and so does a rule that was just listed: what says otherwise does not know mute rules. */
function cannotBe(
  { place }: Here,
  operation: string,
  { state }: Answer<unknown>,
): readonly Finding[] {
  if (state !== "missing") return [];
  const permission = `${cloudwatch.prefix}:${operation}`;
  return [notKnownFinding({ ...place, permission, reason: "it does not exist" })];
}

/** Names of the mute rules that are active. */
function activeRules(here: Here): Promise<Answer<readonly string[]>> {
  return here.pages({
    service: cloudwatch,
    operation: "ListAlarmMuteRules",
    send: (client, NextToken) =>
      client.send(
        new ListAlarmMuteRulesCommand({ Statuses: ["ACTIVE"], MaxRecords: 100, NextToken }),
      ),
    result: ({ AlarmMuteRuleSummaries: summaries }) => {
      const names = summaries
        ?.filter(({ Status }) => Status === "ACTIVE" || !statuses.has(Status))
        .map(({ AlarmMuteRuleArn, Status }) =>
          Status === "ACTIVE" ? nameOf(AlarmMuteRuleArn) : undefined,
        );
      return allTexts(names);
    },
    next: ({ NextToken }) => NextToken,
  });
}

/** AWS writes both `alarm-mute:` and `alarm-mute-rule:` before the name. */
function nameOf(arn: unknown): string | undefined {
  return typeof arn === "string"
    ? /^arn:[\w-]+:cloudwatch:[\w-]*:\d*:alarm-mute(?:-rule)?:(.+)$/u.exec(arn)?.[1]
    : undefined;
}

/** Names of the alarms that a rule mutes; of none where it is not active any more. */
function mutedBy(here: Here, AlarmMuteRuleName: string): Promise<Answer<readonly string[]>> {
  return here.ask({
    service: cloudwatch,
    operation: "GetAlarmMuteRule",
    send: (client) => client.send(new GetAlarmMuteRuleCommand({ AlarmMuteRuleName })),
    result: ({ Status, MuteTargets }) => {
      if (!statuses.has(Status)) return undefined;
      return Status === "ACTIVE" ? allTexts(MuteTargets?.AlarmNames) : [];
    },
  });
}

/** The list where each entry of it is a text. */
function allTexts(list: readonly unknown[] | undefined): readonly string[] | undefined {
  return list?.every((each) => typeof each === "string") ? list : undefined;
}
