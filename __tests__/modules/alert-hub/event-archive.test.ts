import { AlertHub, type AlertHubProps } from "../../../modules";
import type { StackContents } from "../../stacks/stack-contents";
import { contentsOf, defaultKinds, HUB, ORGANIZATION, REGION } from "../one-stack";

const kinds = defaultKinds.filter(({ name }) => name === "root-sign-in");
const routes = [{ topicArn: `arn:aws:sns:${REGION}:${HUB}:t`, kinds }];

function hub(props: Partial<AlertHubProps>): StackContents {
  return contentsOf((stack, provider) => {
    new AlertHub(stack, "hub", {
      provider,
      place: { account: HUB, region: REGION },
      organizationId: ORGANIZATION,
      namePrefix: "alerts",
      routes,
      ...props,
    });
  });
}

const TYPE = "aws_cloudwatch_event_archive";

test("the hub has no archive unless days are given", () => {
  expect(hub({}).ofType(TYPE)).toEqual([]);
});

test("an archive keeps what the kinds come with, and nothing else", () => {
  const { values } = hub({ archiveDays: 7 }).only(TYPE, "alerts");
  expect(values["retention_days"]).toBe(7);
  expect(JSON.parse(String(values["event_pattern"]))).toEqual({
    source: ["aws.signin"],
    "detail-type": ["AWS Console Sign In via CloudTrail"],
  });
});

test("an archive may be of an event bus that exists already", () => {
  const arn = `arn:aws:events:${REGION}:${HUB}:event-bus/theirs`;
  const { values } = hub({ archiveDays: 7, existingBus: { name: "theirs", arn } }).only(TYPE);
  expect(values["event_source_arn"]).toBe(arn);
});

test.each([
  ["0 days, which AWS takes for ever", { archiveDays: 0 }, /'archiveDays' must be a whole number/],
  ["a part of a day", { archiveDays: 1.5 }, /'archiveDays' must be a whole number/],
  ["more days than AWS counts", { archiveDays: 2 ** 31 }, /1 to 2147483647, got: 2147483648/],
  ["no kind to keep", { archiveDays: 7, routes: [] }, /'archiveDays' needs routes/],
  [
    "a name that is too long",
    { archiveDays: 7, namePrefix: "p".repeat(49) },
    /at most 48 characters for an archive, got: 49/,
  ],
])("fails for %s", (_, props, message) => {
  expect(() => hub(props)).toThrow(message);
});
