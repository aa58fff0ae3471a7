import fc from "fast-check";
import { placeSample } from "../../src/catalog";
import { Judge } from "../../src/backtest/judge";
import { resolve } from "../../src/plan";
import { otherRecords, signInRecords } from "../catalog/records";
import { organizationWith } from "../coverage/small-organization";
import { backtestOfRecords, recordOf } from "./records";

const place = { recipientAccountId: "333333333333", awsRegion: "us-east-1" };
const signIns = signInRecords.map(({ event }) => ({ ...event.detail, ...place }));
const others = otherRecords.map(({ event }) => ({ ...event.detail, ...place }));

test("every record is counted once, as exactly one thing", async () => {
  const record = fc.constantFrom(...signIns, ...others, recordOf("role-switch", "off"), { a: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
      const all = [recordOf("root-sign-in", "first"), ...records];
      const result = await backtestOfRecords(all, { kinds: { "role-switch": "off" } });
      const { repeated, undelivered, others: rest, unreadCount, alerted, ignoredEvents } = result;
      const silent = result.silent.reduce((sum, { events }) => sum + events, 0);
      expect(repeated + undelivered + rest + unreadCount + result.signIns).toBe(all.length);
      expect(alerted + ignoredEvents + silent).toBe(result.signIns);
    }),
  );
});

const unit = "ou-ab12-11111111";
const stackSet = {
  rollout: { type: "stack-set", organizationalUnits: [unit], accounts: 5 },
} as const;

function fateIn(account: string, region: string) {
  const judge = new Judge(resolve(organizationWith(stackSet)));
  return judge.fateOf(placeSample(rootSample, { account, region }));
}

const rootSample = {
  source: "aws.signin",
  "detail-type": "AWS Console Sign In via CloudTrail",
  detail: {
    eventName: "ConsoleLogin",
    eventType: "AwsConsoleSignIn",
    userIdentity: { type: "Root" },
    responseElements: { ConsoleLogin: "Success" },
  },
} as const;

test("an account that is not listed may be of a stack set's unit, and is covered in its regions", () => {
  expect(fateIn("777777777777", "us-east-1").type).toBe("alerted");
  expect(fateIn("777777777777", "eu-west-3")).toMatchObject({
    type: "silent",
    reason: "account 777777777777 is not covered in eu-west-3",
    onPurpose: false,
  });
});
