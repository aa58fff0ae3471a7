import { busLogQueries, heartbeatWatchName } from "../../src/guards";

const log = { namePrefix: "alerts", busName: "alerts-bus" };
const queries = busLogQueries(log);
const queryOf = (name: string): string =>
  queries.find((each) => each.name === `alerts/${name}`)?.query ?? "";

/** Fields of a record as AWS documents them, of those that are in one without detail. */
const documented = new Set([
  "@timestamp",
  "event_id",
  "message_type",
  "details.rule_arn",
  "details.total_attempts",
  "details.ingestion_to_complete_latency_ms",
  "details.ingestion_to_success_latency_ms",
  "error.error_message",
  "error.http_status_code",
]);

test("each query looks into the log group of the bus", () => {
  expect(new Set(queries.map(({ logGroupName }) => logGroupName))).toEqual(
    new Set(["/aws/vendedlogs/events/event-bus/alerts-bus"]),
  );
});

test.each(queries)("$name asks for fields that records have", ({ query }) => {
  const withoutTexts = query.replaceAll(/"[^"]*"/gu, "");
  const fields = withoutTexts.match(/@?\b(?:details|error)\.\w+|@timestamp|\b\w+_(?:id|type)\b/gu);
  expect(fields?.length).toBeGreaterThan(0);
  expect((fields ?? []).filter((field) => !documented.has(field))).toEqual([]);
});

test.each(queries)("$name names the rule by the part of its ARN after the bus", ({ query }) => {
  expect(query).toContain('parse details.rule_arn "*:rule/alerts-bus/*" as ofRule, rule');
});

test("deliveries are shown with their outcome, and heartbeats are not", () => {
  expect(queryOf("deliveries")).toContain('"INVOCATION_SUCCESS", "INVOCATION_FAILURE"');
  expect(queryOf("deliveries")).toContain(`rule != "${heartbeatWatchName("alerts")}"`);
  expect(queryOf("failures")).not.toContain("heartbeats");
});
