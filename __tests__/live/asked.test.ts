import { EventBridgeClient, ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { openAws, type Answer, type Aws, type LiveAccess, type Service } from "../../src/live";
import {
  assumedRole,
  callerIdentity,
  jsonError,
  standInOfSuite,
  xmlError,
  type StandInAnswer,
} from "./stand-in";

const events: Service<EventBridgeClient> = {
  prefix: "events",
  create: (settings) => new EventBridgeClient(settings),
};
const member = { account: "222222222222", region: "eu-west-1" };
const access: LiveAccess = {
  region: "us-east-1",
  partition: "aws",
  roleArn: (account) => `arn:aws:iam::${account}:role/Reader`,
};
const server = standInOfSuite();

beforeEach(() => {
  server().asked.length = 0;
});

function answering(answers: Readonly<Record<string, StandInAnswer>>): void {
  const usual: Readonly<Record<string, StandInAnswer>> = {
    GetCallerIdentity: callerIdentity("111111111111"),
    AssumeRole: assumedRole(),
  };
  server().respond = (operation) => answers[operation] ?? usual[operation] ?? {};
}

/** Names of the rules of the member account's region. */
function rules(aws: Aws): Promise<Answer<readonly (string | undefined)[]>> {
  return aws.at(member, (here) =>
    here.pages({
      service: events,
      operation: "ListRules",
      send: (client, NextToken) => client.send(new ListRulesCommand({ NextToken })),
      result: ({ Rules }) => Rules?.map(({ Name }) => Name),
      next: ({ NextToken }) => NextToken,
    }),
  );
}

const denial =
  "User: arn:aws:sts::222222222222:assumed-role/Reader/x is not authorized to perform: events:ListRules on resource: * with an explicit deny in a service control policy";

test.each<[string, StandInAnswer, string]>([
  [
    "denied",
    jsonError("AccessDeniedException", denial),
    "access denied by service control policy: events:ListRules is needed",
  ],
  [
    "throttled",
    jsonError("ThrottlingException", "Rate exceeded"),
    "throttled, also after several attempts (ThrottlingException)",
  ],
  ["late", { isLate: true }, "no answer in time (TimeoutError)"],
  ["empty", { body: "{}" }, "the answer lacks its result"],
  [
    "without one of its parts",
    { body: '{"Rules":[{"Name":"a"},null]}' },
    "the answer lacks its result",
  ],
  [
    "in a region that is off",
    jsonError("UnrecognizedClientException"),
    "the credentials are not accepted (UnrecognizedClientException): the region is not enabled in the account, or the credentials are wrong",
  ],
  [
    "of an expired session",
    jsonError("ExpiredTokenException"),
    "the credentials have expired (ExpiredTokenException)",
  ],
])("an answer that is %s is not known, with the permission", async (_, answer, reason) => {
  answering({ ListRules: answer });
  const patience = answer.isLate ? { patience: { connection: 5000, answer: 1000 } } : {};
  const aws = await openAws({ ...access, ...patience });
  const notKnown = { ...member, permission: "events:ListRules", reason };
  expect(await rules(aws)).toEqual({ state: "not known", notKnown });
  expect(aws.notKnown).toEqual([notKnown]);
});

test.each([
  ["a page of HTML", { status: 404, body: "<!doctype html><title>404</title>" }],
  ["half an answer", { body: '{"Rules":[' }],
  ["nothing, with an error of the server", { status: 500, body: "" }],
])("%s is not known", async (_, answer) => {
  answering({ ListRules: answer });
  const aws = await openAws(access);
  expect(await rules(aws)).toMatchObject({ state: "not known" });
  expect(aws.notKnown).toHaveLength(1);
});

test("what cannot be understood ends what is read of a place, and nothing else", async () => {
  answering({ ListRules: { body: '{"Rules":[]}' } });
  const aws = await openAws(access);
  const read = await aws.at(member, (here) =>
    here.whole(async () => {
      await here.ask({
        service: events,
        operation: "ListRules",
        send: (client) => client.send(new ListRulesCommand({})),
        result: ({ Rules }) => Rules,
      });
      throw new TypeError("x.startsWith is not a function");
    }, "nothing"),
  );
  expect(read).toBe("nothing");
  const reason =
    "what was answered, to this call or one before it, cannot be understood (TypeError)";
  expect(aws.notKnown).toEqual([{ ...member, permission: "events:ListRules", reason }]);
});

test("what does not exist is missing, and known to be", async () => {
  answering({ ListRules: jsonError("ResourceNotFoundException") });
  const aws = await openAws(access);
  expect(await rules(aws)).toEqual({ state: "missing" });
  expect(aws.notKnown).toEqual([]);
});

test("a role that cannot be assumed is said once, and nothing else is asked in the account", async () => {
  answering({ AssumeRole: xmlError("AccessDenied", "not authorized to perform: sts:AssumeRole") });
  const aws = await openAws(access);
  await aws.at(member, async (here) => {
    for (const operation of ["ListRules", "ListEventBuses"]) {
      const answer = await here.ask({
        service: events,
        operation,
        send: (client) => client.send(new ListRulesCommand({})),
        result: ({ Rules }) => Rules,
      });
      expect(answer.state).toBe("not known");
    }
  });
  const reason = "access denied: sts:AssumeRole is needed";
  expect(aws.notKnown).toEqual([{ ...member, permission: "sts:AssumeRole", reason }]);
  expect(server().asked).toEqual(["GetCallerIdentity", "AssumeRole"]);
});

test("an account without a role is read with the credentials only where they are its own", async () => {
  answering({ ListRules: { body: '{"Rules":[]}' } });
  const aws = await openAws({ ...access, roleArn: () => undefined });
  expect(await rules(aws)).toMatchObject({
    state: "not known",
    notKnown: { reason: expect.stringContaining("of the account 111111111111") as string },
  });
  answering({
    GetCallerIdentity: callerIdentity(member.account),
    ListRules: { body: '{"Rules":[]}' },
  });
  expect(await rules(await openAws({ ...access, roleArn: () => undefined }))).toEqual({
    state: "known",
    value: [],
  });
});

test("a role that the process runs as already is not assumed again", async () => {
  const arn = `arn:aws:sts::${member.account}:assumed-role/Reader/session`;
  answering({
    GetCallerIdentity: callerIdentity(member.account, arn),
    ListRules: { body: '{"Rules":[]}' },
  });
  await rules(await openAws(access));
  expect(server().asked).toEqual(["GetCallerIdentity", "ListRules"]);
});

test.each<[string, StandInAnswer, RegExp]>([
  ["expired credentials", xmlError("ExpiredToken", "expired"), /have expired.*aws sso login/u],
  ["wrong credentials", xmlError("InvalidClientTokenId", "invalid"), /not accepted.*AWS_PROFILE/u],
  ["the page of a proxy", { status: 407, body: "<p>x</p>" }, /cannot be read.*HTTPS_PROXY/u],
  ["an answer of nothing", { body: "" }, /the answer lacks the account; see .*HTTPS_PROXY/u],
  ["an account that is none", callerIdentity("hello"), /the answer lacks the account;/u],
  [
    "another partition",
    callerIdentity("111111111111", "arn:aws-cn:iam::111111111111:user/x"),
    /of the partition aws-cn.*profile/u,
  ],
])("fails with one line at %s", async (_, answer, message) => {
  answering({ GetCallerIdentity: answer });
  await expect(openAws(access)).rejects.toThrow(message);
});

test("fails with one line without credentials", async () => {
  const { AWS_ACCESS_KEY_ID: kept } = process.env;
  delete process.env["AWS_ACCESS_KEY_ID"];
  await expect(openAws(access)).rejects.toThrow(/there are no credentials.*aws sso login/u);
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: kept });
});
