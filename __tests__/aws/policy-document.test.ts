import { policyDocument } from "../../src/aws";
import { parsePolicy } from "../../src/coverage/policy";

describe("a policy document", () => {
  const statement = {
    Sid: "Publishes",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sns:Publish",
    Resource: "arn:aws:sns:eu-central-1:111111111111:t",
  } as const;

  test("states the version of the policy language that has variables", () => {
    expect(JSON.parse(policyDocument(statement))).toEqual({
      Version: "2012-10-17",
      Statement: [statement],
    });
  });

  test("keeps its statements in order", () => {
    const { statements } = parsePolicy(policyDocument(statement, { ...statement, Sid: "Again" }));
    expect(statements.map(({ name }) => name)).toEqual(["Publishes", "Again"]);
  });
});
