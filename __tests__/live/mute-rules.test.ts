import { openAws } from "../../src/live";
import { alarmFacts } from "../../src/live/inventory/alarms";
import { readMutedAlarms } from "../../src/live/inventory/mute-rules";
import { callerIdentity, standInOfSuite, xmlError, type StandInAnswer } from "./stand-in";

const place = { account: "222222222222", region: "us-east-1" };
const server = standInOfSuite();

const answer = (operation: string, result: string): StandInAnswer => ({
  headers: { "content-type": "text/xml" },
  body: `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`,
});

const arnOf = (name: string, type = "alarm-mute-rule") =>
  `arn:aws:cloudwatch:us-east-1:222222222222:${type}:${name}`;
const summary = (arn: string, status: string) =>
  `<member><AlarmMuteRuleArn>${arn}</AlarmMuteRuleArn><Status>${status}</Status></member>`;
const list = (...members: readonly string[]) =>
  answer(
    "ListAlarmMuteRules",
    `<AlarmMuteRuleSummaries>${members.join("")}</AlarmMuteRuleSummaries>`,
  );
const targets = (...alarms: readonly string[]) =>
  `<MuteTargets><AlarmNames>${alarms.map((each) => `<member>${each}</member>`).join("")}</AlarmNames></MuteTargets>`;
const rule = (content: string, status = "ACTIVE") =>
  answer("GetAlarmMuteRule", `<Status>${status}</Status>${content}`);

type Answers = (sent: string) => StandInAnswer;
const always = (said: StandInAnswer): Answers => {
  return () => said;
};

async function read(listed: Answers, got: Answers = always(rule(targets("signin-alerts-lost")))) {
  server().asked.length = 0;
  server().respond = (operation, sent) => {
    if (operation === "ListAlarmMuteRules") return listed(sent);
    return operation === "GetAlarmMuteRule" ? got(sent) : callerIdentity(place.account);
  };
  const aws = await openAws({ region: "us-east-1", partition: "aws", roleArn: () => undefined });
  const { rules, findings } = await aws.at(place, readMutedAlarms);
  return { rules: Object.fromEntries(rules), findings, notKnown: aws.notKnown };
}

const nothingMuted = { rules: {}, findings: [], notKnown: [] };

test("an alarm is muted by each active rule that names it, whichever way AWS writes the ARN", async () => {
  const listed = list(
    summary(arnOf("nights"), "ACTIVE"),
    summary(arnOf("deploy:window", "alarm-mute"), "ACTIVE"),
  );
  const { rules, notKnown } = await read(always(listed), (sent) =>
    rule(
      new URLSearchParams(sent).get("AlarmMuteRuleName") === "nights"
        ? targets("signin-alerts-lost", "shop-errors")
        : targets("signin-alerts-lost"),
    ),
  );
  expect(notKnown).toEqual([]);
  expect(rules).toEqual({
    "signin-alerts-lost": ["nights", "deploy:window"],
    "shop-errors": ["nights"],
  });
});

test("an alarm that is muted is a finding, whatever its state", async () => {
  const aws = await openAws({ region: "us-east-1", partition: "aws", roleArn: () => undefined });
  const alarm = { AlarmName: "signin-alerts-lost", StateValue: "OK" as const };
  const found = await aws.at(place, (here) =>
    Promise.resolve([alarmFacts(here, alarm), alarmFacts(here, alarm, ["nights"])]),
  );
  expect(
    found.map(({ findings }) => findings.map((each) => `${each.rule} ${each.detail}`)),
  ).toEqual([[], ["alarm-muted by the rule nights"]]);
});

test("rules on every page are read", async () => {
  const { rules } = await read((sent) =>
    sent.includes("NextToken")
      ? list(summary(arnOf("nights"), "ACTIVE"))
      : answer(
          "ListAlarmMuteRules",
          "<AlarmMuteRuleSummaries></AlarmMuteRuleSummaries><NextToken>2</NextToken>",
        ),
  );
  expect(rules).toEqual({ "signin-alerts-lost": ["nights"] });
});

test("without a mute rule nothing is muted, by a single call", async () => {
  expect(await read(always(list()))).toEqual(nothingMuted);
  expect(server().asked).toEqual(["GetCallerIdentity", "ListAlarmMuteRules"]);
});

test("rules that are not active mute nothing, also where one ended meanwhile", async () => {
  const others = ["SCHEDULED", "EXPIRED"].map((status) => summary(arnOf("nights"), status));
  expect(await read(always(list(...others)))).toEqual(nothingMuted);
  const active = always(list(summary(arnOf("nights"), "ACTIVE")));
  const ended = rule(targets("signin-alerts-lost"), "SCHEDULED");
  expect(await read(active, always(ended))).toEqual(nothingMuted);
});

const denied = xmlError("AccessDenied", "not authorized");
const notFound = xmlError("ResourceNotFound", "it does not exist", 404);
const html = { body: "<!doctype html><title>Hello</title>" };

test.each<[string, StandInAnswer]>([
  ["a denial", denied],
  ["a server that does not know it", xmlError("InvalidAction", "could not find operation", 400)],
  ["the claim that it does not exist", notFound],
  ["a page of HTML", html],
  ["an empty result", answer("ListAlarmMuteRules", "")],
  ["a rule in a state that AWS does not document", list(summary(arnOf("nights"), "PAUSED"))],
  ["a rule without its state", list(`<member>${arnOf("nights")}</member>`)],
  ["a rule whose ARN is none", list(summary("nights", "ACTIVE"))],
  ["a rule whose ARN is of another shape", list(summary("<x>1</x>", "ACTIVE"))],
])("what is muted is not known where the list is answered by %s", async (_, said) => {
  const { rules, findings, notKnown } = await read(always(said));
  expect(rules).toEqual({});
  const lost = [
    ...findings.map(({ rule: id, detail }) => `${id} ${detail}`),
    ...notKnown.map(({ permission }) => `live-not-known ${permission}`),
  ];
  expect(lost).toEqual([expect.stringContaining("live-not-known cloudwatch:ListAlarmMuteRules")]);
});

test.each<[string, StandInAnswer]>([
  ["a denial", denied],
  ["the claim that it does not exist", notFound],
  ["a page of HTML", html],
  ["an empty result", answer("GetAlarmMuteRule", "")],
  ["a rule without its alarms", rule("")],
  ["a state that AWS does not document", rule(targets("signin-alerts-lost"), "PAUSED")],
  ["alarms of another shape", rule(targets("<x>1</x>"))],
])("what is muted is not known where an active rule is answered by %s", async (_, said) => {
  const active = always(list(summary(arnOf("nights"), "ACTIVE")));
  const { rules, findings, notKnown } = await read(active, always(said));
  expect(rules).toEqual({});
  const lost = [
    ...findings.map(({ rule: id, detail }) => `${id} ${detail}`),
    ...notKnown.map(({ permission }) => `live-not-known ${permission}`),
  ];
  expect(lost).toEqual([expect.stringContaining("live-not-known cloudwatch:GetAlarmMuteRule")]);
});
