import { readFileSync } from "node:fs";
import { formattedMessage, jsonMessage } from "../../../src/catalog";
import { kindOfEvent } from "../../../src/coverage/trace/run";
import { functionFile } from "../../../src/formatter";
import { signInRecords } from "../../catalog/records";
import { publishedBy, TOPIC } from "./run-package";

const accountOf = (event: unknown): string => {
  const { account, detail } = event as {
    readonly account: string;
    readonly detail: { readonly recipientAccountId?: string; readonly accountId?: string };
  };
  return detail.recipientAccountId ?? detail.accountId ?? account;
};

const accounts = [...new Set(signInRecords.map(({ event }) => accountOf(event)))];
const names = Object.fromEntries(accounts.map((id) => [id, `team-${id.slice(0, 3)}`]));
const inputs = signInRecords.map(({ event }) => {
  const kind = kindOfEvent({ ...event });
  return { kind: kind?.name, severity: kind?.severity, style: "full", event };
});
const published = publishedBy(names, inputs);

describe("the function as it is uploaded", () => {
  test("needs nothing but Node.js and the AWS SDK", () => {
    const needed = [...readFileSync(functionFile, "utf8").matchAll(/require\("([^"]+)"\)/gu)];
    expect(new Set(needed.map(([, name]) => name))).toEqual(
      new Set(["@aws-sdk/client-sns", "node:fs", "node:net", "node:path"]),
    );
  });

  test("publishes every recorded event once, to its topic", () => {
    expect(signInRecords.length).toBeGreaterThanOrEqual(108);
    expect(published).toHaveLength(signInRecords.length);
    expect(new Set(published.map(({ TopicArn }) => TopicArn))).toEqual(new Set([TOPIC]));
  });

  test("gives every message a subject that SNS accepts, and the account by name and id", () => {
    signInRecords.forEach(({ event }, index) => {
      const { Subject = "", Message = "", MessageAttributes = {} } = published[index] ?? {};
      expect(Subject).toMatch(/^\[(info|low|medium|high|critical)\] [\x20-\x7e]+$/u);
      expect(Subject.length).toBeLessThanOrEqual(99);
      const id = accountOf(event);
      expect(Message).toContain(`${names[id] ?? ""} (${id})`);
      expect(Message).not.toMatch(/undefined|\[object|<\w+>|\$\{/u);
      expect(Message).not.toMatch(/^[\w ()']+: *$/mu);
      expect(MessageAttributes).toEqual({
        kind: { DataType: "String", StringValue: inputs[index]?.kind },
        severity: { DataType: "String", StringValue: inputs[index]?.severity },
      });
    });
  });

  test("writes what `coverage` predicts", () => {
    const written = inputs.map((input) =>
      formattedMessage(input, { partition: "aws", accountNames: names }),
    );
    expect(published.map(({ Subject, Message }) => [Subject, Message])).toEqual(
      written.map(({ subject, text }) => [subject, text]),
    );
  });

  test("gives programs JSON, and people text, where it is set so", () => {
    const context = { partition: "aws", accountNames: names } as const;
    const environment = { JSON_PROTOCOLS: "https,sqs,other" };
    publishedBy(names, inputs, environment).forEach((message, index) => {
      const plain = published[index];
      const formatted = formattedMessage(inputs[index], context);
      expect(message.MessageStructure).toBe("json");
      expect({ ...message, Message: "" }).toEqual({
        ...plain,
        Message: "",
        MessageStructure: "json",
      });
      const { default: text, ...json } = JSON.parse(message.Message) as Record<string, string>;
      const written = JSON.stringify(jsonMessage(formatted, inputs[index], context));
      expect([text, json]).toEqual([plain?.Message, { https: written, sqs: written }]);
    });
    expect(published.every((message) => !("MessageStructure" in message))).toBe(true);
  });

  test("links to the console of the topic's partition", () => {
    const [message] = publishedBy(names, inputs.slice(0, 1), {
      TOPIC_ARN: "arn:aws-us-gov:sns:us-gov-west-1:222222222222:alerts",
    });
    expect(message?.Message).toContain("console.amazonaws-us-gov.com");
  });

  test("fails when it cannot publish, so that Lambda tries again", () => {
    expect(() => publishedBy(names, inputs.slice(0, 1), { SNS_FAILS: "throttled" })).toThrow(
      "throttled",
    );
  });

  test("never fails for what it is given", () => {
    const odd = [null, 1, "text", [], {}, { kind: 7, event: null }, { kind: "new", event: [] }];
    expect(publishedBy(names, odd)).toHaveLength(odd.length);
  });
});
