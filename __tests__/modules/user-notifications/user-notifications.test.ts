import { UserNotifications, type UserNotificationsProps } from "../../../modules";
import { compilePattern } from "../../../src/aws/eventbridge";
import { defaultRegions } from "../../../src/aws";
import { catalog, isOfAnyService, patternOf, type EventEnvelope } from "../../../src/catalog";
import { otherRecords, signInRecords } from "../../catalog/records";
import type { StackContents } from "../../stacks/stack-contents";
import { contentsOf, defaultKinds, MEMBER } from "../one-stack";

const regions = defaultRegions("aws");
const emails = [
  { name: "soc", address: "soc@example.com" },
  { name: "on-call", address: "on-call@example.com" },
];

function notifications(replaced: Partial<UserNotificationsProps> = {}): StackContents {
  return contentsOf((stack, provider) => {
    new UserNotifications(stack, "notifications", {
      provider,
      place: { account: MEMBER },
      name: "sign-ins",
      hubRegions: ["us-east-1"],
      regions,
      kinds: defaultKinds.filter((kind) => !isOfAnyService(kind)),
      emails,
      ...replaced,
    });
  });
}

const contents = notifications();

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

/** Whether some rule matches the event, wherever it happens. */
function isTold(from: StackContents, event: EventEnvelope): boolean {
  return from.ofType("aws_notifications_event_rule").some(({ values }) => {
    const pattern: unknown = JSON.parse(textOr(values["event_pattern"], "null"));
    return (
      values["source"] === event.source &&
      values["event_type"] === event["detail-type"] &&
      (pattern === null || compilePattern(pattern).matches({ ...event }))
    );
  });
}

const writing = catalog.filter((kind) => kind.readOnly !== true && !isOfAnyService(kind));

describe("the event rules", () => {
  test("are one for each source and event type of the kinds, in every region", () => {
    const rules = contents.ofType("aws_notifications_event_rule");
    expect(rules.map(({ values }) => `${String(values["source"])} ${String(values["event_type"])}`))
      .toMatchInlineSnapshot(`
      [
        "aws.account Region Opt-In Status Change",
        "aws.iam AWS API Call via CloudTrail",
        "aws.signin AWS API Call via CloudTrail",
        "aws.signin AWS Console Sign In via CloudTrail",
        "aws.signin AWS Service Event via CloudTrail",
        "aws.signin Sign-in Anomaly Alert",
        "aws.sts AWS API Call via CloudTrail",
      ]
    `);
    for (const { values } of rules) expect(values["regions"]).toEqual([...regions].sort());
  });

  test("look at the detail alone, with no wildcard, within 4,096 characters", () => {
    for (const { values } of notifications({ kinds: writing }).ofType(
      "aws_notifications_event_rule",
    )) {
      const json = textOr(values["event_pattern"], '{"detail":{}}');
      expect(Object.keys(JSON.parse(json) as object)).toEqual(["detail"]);
      expect(json).not.toContain("wildcard");
      expect(json.length).toBeLessThanOrEqual(4096);
    }
  });

  test.each(catalog.map((kind) => [kind.name, kind] as const))(
    "match exactly the events of the kind %s where it is the only one",
    (name, kind) => {
      if (kind.readOnly === true || isOfAnyService(kind)) return;
      const own = notifications({ kinds: [kind] });
      const wrong = [...signInRecords, ...otherRecords].filter(({ event }) => {
        const isOfKind = compilePattern(kindPattern(name)).matches({ ...event });
        return isTold(own, event) !== isOfKind;
      });
      expect(wrong.map((record) => record.name)).toEqual([]);
    },
  );
});

function kindPattern(name: string): object {
  const kind = catalog.find((each) => each.name === name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  return patternOf([kind]);
}

describe("every contact", () => {
  test("is a contact, associated with the configuration that the rules are of", () => {
    const configuration = contents.only("aws_notifications_notification_configuration");
    const associations = contents.ofType("aws_notifications_channel_association");
    const addresses = associations.map(({ values }) => {
      expect(contents.referenced(values["notification_configuration_arn"], "arn")).toBe(
        configuration,
      );
      return contents.referenced(values["arn"], "arn").values["email_address"];
    });
    expect(addresses.sort()).toEqual(["on-call@example.com", "soc@example.com"]);
    for (const { values } of contents.ofType("aws_notifications_event_rule")) {
      expect(contents.referenced(values["notification_configuration_arn"], "arn")).toBe(
        configuration,
      );
    }
  });

  test("is notified at once, unless events are to be gathered", () => {
    const duration = (from: StackContents): unknown =>
      from.only("aws_notifications_notification_configuration").values["aggregation_duration"];
    expect(duration(contents)).toBe("NONE");
    expect(duration(notifications({ aggregation: "SHORT" }))).toBe("SHORT");
  });
});

test("the configuration waits for the hubs", () => {
  const hub = contents.only("aws_notifications_notification_hub");
  const { values } = contents.only("aws_notifications_notification_configuration");
  expect(values["depends_on"]).toEqual([hub.address]);
});

test("no hub is created where the account already has some", () => {
  const own = notifications({ hubRegions: [] });
  expect(own.ofType("aws_notifications_notification_hub")).toEqual([]);
});

const readOnly = catalog.filter((kind) => kind.readOnly === true);

test.each<[string, Partial<UserNotificationsProps>, RegExp]>([
  ["four hubs", { hubRegions: regions.slice(0, 4) }, /'hubRegions' must name at most 3/],
  ["no region", { regions: [] }, /'regions' must name at least 1/],
  ["no kind", { kinds: [] }, /'kinds' must hold at least 1/],
  ["a kind that no contact would be notified of", { kinds: readOnly }, /read-only.*cli-sign-in/],
  [
    "a kind of any service",
    { kinds: catalog.filter(isOfAnyService) },
    /any service.*root-activity/,
  ],
  ["no contact", { emails: [] }, /'emails' must hold 1 to 50/],
  [
    "an address that is none",
    { emails: [{ name: "soc", address: "nobody" }] },
    /'emails\[0\]\.address' must be an e-mail address.*got: nobody/,
  ],
  [
    "an address that is given twice",
    { emails: [...emails, { name: "again", address: "soc@example.com" }] },
    /'emails\[2\]\.address' must be given once/,
  ],
  [
    "a contact's name that AWS refuses",
    { emails: [{ name: "the soc", address: "soc@example.com" }] },
    /'emails\[0\]\.name'/,
  ],
  ["a name that AWS refuses", { name: "sign ins" }, /'name' must be 1 to 64/],
  ["another partition", { place: { account: MEMBER, partition: "aws-us-gov" } }, /must be aws/],
])("fails on %s and says what is allowed", (_, replaced, message) => {
  expect(() => notifications(replaced)).toThrow(RangeError);
  expect(() => notifications(replaced)).toThrow(message);
});
