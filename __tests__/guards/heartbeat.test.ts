import { compileFilterPattern } from "../../src/aws/logs";
import { compilePattern, type JsonObject } from "../../src/aws/eventbridge";
import {
  heartbeatEvent,
  heartbeatGuards,
  heartbeatHours,
  heartbeatPattern,
  heartbeatSchedule,
} from "../../src/guards";
import { otherRecords, signInRecords } from "../catalog/records";

const event: JsonObject = {
  ...heartbeatEvent({ account: "333333333333", region: "us-east-2" }, "signin-alerts"),
};
const pattern = compilePattern(heartbeatPattern("signin-alerts"));

/** Hours of the day at which a schedule such as `cron(17 0/6 * * ? *)` fires. */
function hoursOf(schedule: string): readonly number[] {
  const [, hours = ""] = /^cron\(17 (\S+) \* \* \? \*\)$/.exec(schedule) ?? [];
  const [start = NaN, step = 24] = hours.split("/").map(Number);
  return Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => hour >= start && (hour - start) % step === 0,
  );
}

test.each(heartbeatHours)(
  "a heartbeat every %d hours is sent at the same distance all day",
  (hours) => {
    const sent = hoursOf(heartbeatSchedule(hours));
    expect(sent).toHaveLength(24 / hours);
    const again = [...sent, (sent[0] ?? NaN) + 24];
    expect(new Set(again.slice(1).map((hour, i) => hour - (again[i] ?? NaN)))).toEqual(
      new Set([hours]),
    );
  },
);

test.each(heartbeatHours)(
  "the window of the alarm always holds a heartbeat of each region, sent every %d hours",
  (hours) => {
    const { alarms } = heartbeatGuards({ namePrefix: "a", forwarders: 1, hours });
    const window = (alarms[0]?.period ?? 0) / 3600;
    expect(window).toBe(hours + 1);
    // CloudWatch allows no window of more than a week.
    expect(alarms[0]?.period).toBeLessThanOrEqual(604_800);
  },
);

test("the hub accepts heartbeats of its organization's name, and no sign-in", () => {
  expect(pattern.matches(event)).toBe(true);
  expect(compilePattern(heartbeatPattern("other")).matches(event)).toBe(false);
  for (const { event: record } of [...signInRecords, ...otherRecords]) {
    expect(pattern.matches({ ...record })).toBe(false);
  }
});

test("each heartbeat in the log group is counted once, and one alarm counts all", () => {
  const { filters, alarms } = heartbeatGuards({
    namePrefix: "signin-alerts",
    forwarders: 1700,
    hours: 24,
  });
  const counting = filters.filter((filter) => compileFilterPattern(filter.pattern).matches(event));
  expect(counting).toHaveLength(1);
  expect(alarms).toHaveLength(1);
  expect(alarms[0]).toMatchObject({
    watched: { metric: counting[0]?.metric, statistic: "Sum" },
    comparison: "LessThanThreshold",
    threshold: 1700,
    missingData: "breaching",
  });
});

test("the saved query lists accounts and regions, those heard longest ago first", () => {
  const { queries } = heartbeatGuards({ namePrefix: "signin-alerts", forwarders: 2, hours: 24 });
  expect(queries[0]?.query).toMatch(/by account, region\n\| sort lastHeartbeat asc/);
});
