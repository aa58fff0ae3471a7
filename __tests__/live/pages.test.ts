import { EventBridgeClient, ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { openAws, type Answer, type Service } from "../../src/live";
import type { Here } from "../../src/live/here";
import {
  assumedRole,
  callerIdentity,
  jsonError,
  standInOfSuite,
  type StandInAnswer,
} from "./stand-in";

const events: Service<EventBridgeClient> = {
  prefix: "events",
  create: (settings) => new EventBridgeClient(settings),
};
const member = { account: "222222222222", region: "eu-west-1" };
const server = standInOfSuite();

/** Answers with a first page of rules, and with another one. */
async function open(first: StandInAnswer, second: StandInAnswer = first) {
  server().asked.length = 0;
  server().respond = (operation, sent) => {
    if (operation === "GetCallerIdentity") return callerIdentity("111111111111");
    if (operation !== "ListRules") return assumedRole();
    return sent.includes("NextToken") ? second : first;
  };
  return openAws({
    region: "us-east-1",
    partition: "aws",
    roleArn: (account) => `arn:aws:iam::${account}:role/Reader`,
  });
}

/** Names of the rules of a place. */
function rules(here: Here): Promise<Answer<readonly (string | undefined)[]>> {
  return here.pages({
    service: events,
    operation: "ListRules",
    send: (client, NextToken) => client.send(new ListRulesCommand({ NextToken })),
    result: ({ Rules }) => Rules?.map(({ Name }) => Name),
    next: ({ NextToken }) => NextToken,
  });
}

const firstOfTwo = { body: '{"Rules":[{"Name":"a"}],"NextToken":"2"}' };

test("pages add up, and the calls are counted by permission", async () => {
  const aws = await open(firstOfTwo, { body: '{"Rules":[{"Name":"b"}]}' });
  expect(await aws.at(member, rules)).toEqual({ state: "known", value: ["a", "b"] });
  expect(aws.notKnown).toEqual([]);
  expect([...aws.calls]).toEqual([["events:ListRules", 2]]);
  expect(server().asked).toEqual(["GetCallerIdentity", "AssumeRole", "ListRules", "ListRules"]);
});

test("a next page that is null is none", async () => {
  const aws = await open({ body: '{"Rules":[{"Name":"a"}],"NextToken":null}' });
  expect(await aws.at(member, rules)).toEqual({ state: "known", value: ["a"] });
});

test.each([
  ["is always the same", '{"Rules":[],"NextToken":"again"}', "its pages have no end"],
  ["is no text", '{"Rules":[],"NextToken":{}}', "the answer lacks its result"],
  ["is a number", '{"Rules":[],"NextToken":7}', "the answer lacks its result"],
])("pages of which the next one %s are not known", async (_, body, reason) => {
  const aws = await open({ body });
  const notKnown = { ...member, permission: "events:ListRules", reason };
  expect(await aws.at(member, rules)).toEqual({ state: "not known", notKnown });
  expect(aws.notKnown).toEqual([notKnown]);
});

test("pages of which each names a next one are given up, and not known", async () => {
  const aws = await open(firstOfTwo);
  let pages = 0;
  const read = await aws.at(member, (here) =>
    here.pages({
      service: events,
      operation: "ListRules",
      send: () => Promise.resolve({ Rules: ["a"], NextToken: String((pages += 1)) }),
      result: ({ Rules }) => Rules,
      next: ({ NextToken }) => NextToken,
    }),
  );
  expect(read).toMatchObject({
    state: "not known",
    notKnown: { permission: "events:ListRules", reason: "its pages have no end" },
  });
  expect(pages).toBe(10_000);
});

test("where the session expires between pages, nothing of them is known, and nothing more is asked there", async () => {
  const aws = await open(firstOfTwo, jsonError("ExpiredTokenException"));
  const reason = "the credentials have expired (ExpiredTokenException)";
  const notKnown = { ...member, permission: "events:ListRules", reason };
  const answers = await aws.at(member, async (here) => [await rules(here), await rules(here)]);
  expect(answers).toEqual([
    { state: "not known", notKnown },
    { state: "not known", notKnown },
  ]);
  expect(aws.notKnown).toEqual([notKnown]);
  expect(server().asked.filter((each) => each === "ListRules")).toHaveLength(2);
});
