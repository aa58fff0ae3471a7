import { example, Organization } from "./example-organization";

const { hub } = new Organization();

test("the hub keeps what its event bus says of deliveries for 30 days, with queries that read it", () => {
  const name = "/aws/vendedlogs/events/event-bus/signin-alerts";
  const group = hub.only("aws_cloudwatch_log_group", name);
  expect(group.values["retention_in_days"]).toBe(30);
  const queries = hub
    .ofType("aws_cloudwatch_query_definition")
    .filter(({ values }) => JSON.stringify(values["log_group_names"]) === JSON.stringify([name]));
  expect(queries.map(({ values }) => values["name"]).sort()).toEqual([
    "signin-alerts/deliveries",
    "signin-alerts/failures",
    "signin-alerts/slowest",
  ]);
});

test("the hub's event bus writes no logs for 0 days", () => {
  const { hub: without } = new Organization({
    ...example,
    hub: { ...example.hub, logRetentionDays: 0 },
  });
  expect(without.ofType("aws_cloudwatch_log_delivery_source")).toEqual([]);
  expect(without.only("aws_cloudwatch_event_bus").values).not.toHaveProperty("log_config");
});
