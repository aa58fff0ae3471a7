import { z } from "zod";
import { catalog } from "../../src/catalog";
import { resolve } from "../../src/plan";
import type { SignInAlertsProps } from "../../src";
import { organizationWith } from "../coverage/small-organization";

const number = z.number().int();
const place = {
  x: number.min(0).max(23),
  y: number.min(0),
  width: number.min(1).max(24),
  height: number.min(1).max(1000),
};
const options = z.strictObject({
  label: z.string().optional(),
  stat: z.enum(["Sum", "Maximum"]).optional(),
});

/**
 * The parts of a dashboard's body that are used, as AWS documents them.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
const documented = z.strictObject({
  start: z.string().regex(/^-P\d+D$/),
  periodOverride: z.enum(["auto", "inherit"]),
  widgets: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({
          type: z.literal("metric"),
          ...place,
          properties: z.strictObject({
            title: z.string(),
            region: z.string(),
            view: z.enum(["timeSeries", "singleValue"]),
            stat: z.enum(["Sum"]),
            period: number.multipleOf(60),
            stacked: z.boolean().optional(),
            metrics: z
              .array(
                z.union([
                  z.tuple([z.strictObject({ expression: z.string(), label: z.string() })]),
                  z.array(z.union([z.string(), options])).min(3),
                ]),
              )
              .min(1)
              .max(500),
            annotations: z
              .strictObject({
                horizontal: z.array(z.strictObject({ label: z.string(), value: z.number() })),
              })
              .optional(),
          }),
        }),
        z.strictObject({
          type: z.literal("log"),
          ...place,
          properties: z.strictObject({
            title: z.string(),
            region: z.string(),
            query: z.string().regex(/^SOURCE '[^']+' \| /),
            view: z.literal("table"),
          }),
        }),
        z.strictObject({
          type: z.literal("alarm"),
          ...place,
          properties: z.strictObject({
            title: z.string(),
            alarms: z.array(z.string().regex(/^arn:/)).min(1).max(100),
          }),
        }),
      ]),
    )
    .max(500),
});

type Widget = z.infer<typeof documented>["widgets"][number];

function dashboardsOf(props: Partial<SignInAlertsProps> = {}) {
  const plan = resolve(organizationWith(props));
  const parsed = plan.guards
    .flatMap(({ dashboards = [] }) => dashboards)
    .map(({ name, body }) => ({ name, ...documented.parse(JSON.parse(body)) }));
  return { plan, dashboards: parsed };
}

/** The values of a dimension in the graphs. */
function dimensions(widgets: readonly Widget[], name: string): readonly string[] {
  return widgets.flatMap((widget) =>
    widget.type !== "metric"
      ? []
      : widget.properties.metrics.flatMap((metric) => {
          const at = metric.findIndex((part) => part === name);
          const value = metric[at + 1];
          return at < 0 || typeof value !== "string" ? [] : [value];
        }),
  );
}

const everything: Partial<SignInAlertsProps> = {
  kinds: Object.fromEntries(catalog.map(({ name }) => [name, "on"])),
  formatter: true,
  trail: { type: "create", logReadEvents: true },
  logAlarms: { cis: "all" },
  routes: [
    { name: "all", recipients: ["security@example.com"] },
    { name: "prod", accounts: ["payments"], recipients: ["https://events.example.com/x"] },
  ],
};

test.each([
  ["by default", {}],
  ["with everything", everything],
  ["without heartbeats and alarms on floods", { heartbeat: { hours: 0 }, flood: { perMinute: 0 } }],
  ["in GovCloud", { hub: { account: "222222222222", region: "us-gov-west-1" } }],
] satisfies readonly (readonly [string, Partial<SignInAlertsProps>])[])(
  "dashboards are as AWS documents them, and no widget covers another: %s",
  (_, props) => {
    for (const { widgets } of dashboardsOf(props).dashboards) {
      const cells = widgets.flatMap(({ x, y, width, height }) =>
        Array.from(
          { length: width * height },
          (__, i) => `${x + (i % width)},${y + Math.floor(i / width)}`,
        ),
      );
      expect(new Set(cells).size).toBe(cells.length);
      expect(widgets.every(({ x, width }) => x + width <= 24)).toBe(true);
    }
  },
);

test("the hub's shows each alert once, every alarm of the hub, each topic and the queue", () => {
  const { plan, dashboards } = dashboardsOf(everything);
  const [hub] = dashboards;
  const widgets = hub?.widgets ?? [];
  const alerts = widgets.filter(
    (widget) => widget.type === "metric" && widget.properties.title.startsWith("Alerts: "),
  );
  // The second route gets nothing that the first does not.
  const ofAll = plan.hub.rules.filter(({ route }) => route.name === "all").map(({ name }) => name);
  expect([...dimensions(alerts, "RuleName")].sort()).toEqual([...ofAll].sort());
  const alarms = widgets.flatMap((widget) =>
    widget.type === "alarm" ? widget.properties.alarms : [],
  );
  const { account, region } = plan.hub.place;
  const own = plan.guards.filter(
    (guards) => guards.place.account === account && guards.place.region === region,
  );
  expect(alarms.map((arn) => arn.split(":").at(-1)).sort()).toEqual(
    own.flatMap((guards) => guards.alarms.map(({ name }) => name)).sort(),
  );
  expect(dimensions(widgets, "TopicName")).toEqual(plan.hub.alertTopicNames);
  expect(dimensions(widgets, "QueueName")).toEqual(["signin-alerts-hub-dead-letters"]);
});

test("the trail's shows what is counted, and the last sign-ins as a table", () => {
  const { plan, dashboards } = dashboardsOf();
  const trail = dashboards.find(({ name }) => name === "signin-alerts-trail");
  const shown = JSON.stringify(trail);
  const counted = plan.guards
    .filter(({ place: { account } }) => account === plan.trail.place.account)
    .flatMap(({ filters }) => filters.map(({ metric }) => metric.name));
  expect(counted.filter((name) => !shown.includes(`"${name}"`))).toEqual([]);
  expect(shown).toContain("SOURCE 'signin-alerts-trail' | fields eventTime");
});

test("there is none where the configuration says so, and none beside a trail without a log group", () => {
  expect(dashboardsOf({ dashboard: false }).dashboards).toEqual([]);
  const names = dashboardsOf({ trail: { type: "create", logRetentionDays: 0 } }).dashboards;
  expect(names.map(({ name }) => name)).toEqual(["signin-alerts"]);
});
