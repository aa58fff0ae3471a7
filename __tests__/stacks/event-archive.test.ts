import { compilePattern } from "../../src/aws/eventbridge";
import { catalog, placeSample, plainParts } from "../../src/catalog";
import { heartbeatEvent } from "../../src/guards";
import type { JsonObject } from "../../src/json/value";
import { example, Organization } from "./example-organization";
import { text } from "./stack-contents";

const { hub } = new Organization();

test("the hub has an archive that keeps the events of alerts on that bus, and no heartbeats", () => {
  const { values } = hub.only("aws_cloudwatch_event_archive", "signin-alerts");
  expect(hub.referenced(values["event_source_arn"], "arn")).toBe(
    hub.only("aws_cloudwatch_event_bus"),
  );
  expect(values["retention_days"]).toBe(90);
  const archived = compilePattern(JSON.parse(text(values, "event_pattern")) as JsonObject);
  const on = catalog.filter(({ onByDefault }) => onByDefault);
  const place = { account: "333333333333", region: "us-east-1" };
  for (const { sample } of on.flatMap((kind) => plainParts(kind))) {
    expect(archived.matches({ ...placeSample(sample, place) })).toBe(true);
  }
  expect(archived.matches({ ...heartbeatEvent(place, "rule") })).toBe(false);
});

test("the hub has no archive for 0 days", () => {
  const { hub: without } = new Organization({
    ...example,
    hub: { ...example.hub, archiveDays: 0 },
  });
  expect(without.ofType("aws_cloudwatch_event_archive")).toEqual([]);
});
