import type { JsonObject } from "../../../src/json/value";
import { compileFilterPattern } from "../../../src/aws/logs";
import failure from "../../events/iam-user-sign-in-failure.json";
import nullResponse from "../../events/iam-user-sign-in-null-response.json";

// One event with every construct of AWS's page: nested objects, arrays of each kind, null, a
// boolean, names with a hyphen and a period.
const event: JsonObject = {
  eventName: "ConsoleLogin",
  sourceIPAddress: "203.0.113.10",
  attempts: 3,
  latency: 41.5,
  errorMessage: null,
  readOnly: false,
  managed: true,
  userIdentity: { type: "IAMUser", "session-name": "berg", mfa_used: "No" },
  "tls.version": "TLSv1.3",
  roles: ["Operator", "Auditor"],
  sessions: [
    { id: 7, region: "eu-north-1" },
    { id: 8, region: "us-east-1" },
  ],
  grid: [
    [0, 1],
    [2, 3],
  ],
};

type Row = readonly [condition: string, expected: boolean];

const rows: Readonly<Record<string, readonly Row[]>> = {
  "selectors find": [
    ['$.eventName = "ConsoleLogin"', true],
    ['$.userIdentity.type = "IAMUser"', true],
    ['$.userIdentity.session-name = "berg"', true],
    ['$.userIdentity.mfa_used = "No"', true],
    ['$.roles[1] = "Auditor"', true],
    ['$.roles[2] = "Auditor"', false],
    ["$.sessions[1].id = 8", true],
    ["$.sessions[0].id = 8", false],
    ["$.grid[1][0] = 2", true],
    ["$.['tls.version'] = \"TLSv1.3\"", true],
    ["$.userIdentity.['session-name'] = \"berg\"", true],
    ["$.['sessions'][1].id = 8", true],
    ['$.tls.version = "TLSv1.3"', false],
    ['$.eventname = "ConsoleLogin"', false],
    ['$.sessions.region = "us-east-1"', false],
    ["$.userIdentity[0] = 1", false],
    ["$.constructor = *", false],
  ],
  "strings match": [
    ["$.eventName = ConsoleLogin", true],
    ['$.eventName = "consolelogin"', false],
    ["$.eventName != ConsoleLogin", false],
    ['$.eventName != "CheckMfa"', true],
    ['$.eventName = ""', false],
  ],
  "wildcards match": [
    ["$.eventName = Console*", true],
    ["$.eventName = *Login", true],
    ["$.eventName = *sole*", true],
    ['$.eventName = "Console*"', true],
    ['$.eventName = "*Login"', true],
    ['$.eventName = "*sole*"', true],
    ["$.eventName = ConsoleLogin*", true],
    ["$.eventName = *Console", false],
    ["$.eventName = Login*", false],
    ["$.eventName = console*", false],
    ["$.eventName != Console*", false],
    ["$.sourceIPAddress = 203.0.*", true],
    ["$.sourceIPAddress != 198.51.*", true],
    ['$.sourceIPAddress = "203.0.*"', true],
    ["$.eventName = *", true],
    ["$.eventName != *", false],
    ["$.attempts = *", true],
    ['$.attempts = "*"', true],
    ["$.latency = *", true],
    ["$.attempts = 3*", true],
    ["$.attempts != 4*", true],
  ],
  "numbers compare": [
    ["$.attempts = 3", true],
    ["$.attempts = +3", true],
    ["$.attempts = 3.0", true],
    ["$.attempts != 3", false],
    ["$.attempts != -3", true],
    ["$.attempts > 2", true],
    ["$.attempts > 3", false],
    ["$.attempts >= 3", true],
    ["$.attempts < 3", false],
    ["$.attempts <= 3", true],
    ["$.latency < 41.75", true],
    ["$.latency = 41.5", true],
  ],
  "IS and NOT EXISTS ask": [
    ["$.errorMessage IS NULL", true],
    ["$.eventName IS NULL", false],
    ["$.absent IS NULL", false],
    ["$.managed IS TRUE", true],
    ["$.readOnly IS TRUE", false],
    ["$.readOnly IS FALSE", true],
    ["$.absent IS FALSE", false],
    ["$.userIdentity.mfa_used IS FALSE", false],
    ["$.absent NOT EXISTS", true],
    ["$.errorMessage NOT EXISTS", false],
    ["$.errorMessage.text NOT EXISTS", true],
    ["$.eventName.text NOT EXISTS", true],
    ["$.userIdentity NOT EXISTS", false],
    ["$.roles NOT EXISTS", false],
    ["$.roles[2] NOT EXISTS", true],
  ],
  "&&, || and parentheses join": [
    ["$.attempts = 3 && $.eventName = ConsoleLogin", true],
    ["$.attempts = 4 && $.eventName = ConsoleLogin", false],
    ["$.attempts = 4 || $.eventName = ConsoleLogin", true],
    ["$.attempts = 4 || $.eventName = CheckMfa", false],
    ["$.attempts = 3 || $.attempts = 3 && $.attempts = 4", true],
    ["$.attempts = 4 && $.attempts = 3 || $.attempts = 3", true],
    ["($.attempts = 3 || $.attempts = 3) && $.attempts = 4", false],
    ["($.attempts = 4 && $.attempts = 4) || $.roles[0] = Auditor", false],
    ["($.attempts = 3) && ($.roles[0] = Operator)", true],
    ["((($.attempts = 3)))", true],
    ["$.absent = 1 || $.attempts = 3", true],
  ],
};

describe.each(Object.entries(rows))("%s", (_what, table) => {
  test.each(table)("%s gives %s", (condition, expected) => {
    expect(compileFilterPattern(`{ ${condition} }`).matches(event)).toBe(expected);
  });
});

test("spaces between the parts of a pattern may be left out or repeated", () => {
  const tight = '{($.attempts>=3)&&($.eventName="ConsoleLogin"||$.absent NOT EXISTS)}';
  const wide = "{  (  $.attempts  >=  3  )  &&  $.errorMessage  IS  NULL  }";
  expect(compileFilterPattern(tight).matches(event)).toBe(true);
  expect(compileFilterPattern(wide).matches(event)).toBe(true);
});

test("a quoted string keeps its spaces and signs", () => {
  const text = "a && (b || c) } = {'é'} 100%";
  const pattern = compileFilterPattern(`{ $.text = "${text}" }`);
  expect(pattern.matches({ text })).toBe(true);
  expect(pattern.matches({ text: `${text} ` })).toBe(false);
});

test("a failed console sign-in is distinguished from the others in what CloudTrail logs", () => {
  const pattern = compileFilterPattern(
    '{ $.eventName = ConsoleLogin && $.responseElements.ConsoleLogin = "Failure" }',
  );
  expect(pattern.matches(failure.detail)).toBe(true);
  expect(pattern.matches(nullResponse.detail)).toBe(false);
});
