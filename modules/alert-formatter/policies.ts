import {
  functionArn,
  logGroupArn,
  policyDocument,
  type Place,
  type PolicyStatement,
} from "../../src/aws";
import { formatterLogGroupName } from "../../src/guards";

/** Name of the role's policy. */
export const formatterPolicyName = "publish-alerts";

/** Who may use the role: Lambda, for the function of this name. */
export function formatterTrust(place: Place, name: string): string {
  return policyDocument({
    Sid: "FunctionAssumesRole",
    Effect: "Allow",
    Principal: { Service: "lambda.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      ArnLike: { "aws:SourceArn": functionArn(place, name) },
      StringEquals: { "aws:SourceAccount": place.account },
    },
  });
}

/** What the role may do: publish to the topic, use its key, write to the function's log group. */
export function formatterPermissions(
  place: Place,
  { name, topicArn, keyArn }: { name: string; topicArn: string; keyArn?: string | undefined },
): string {
  const key: PolicyStatement[] =
    keyArn === undefined
      ? []
      : [
          {
            Sid: "EncryptAlerts",
            Effect: "Allow",
            Action: ["kms:GenerateDataKey", "kms:Decrypt"],
            Resource: keyArn,
          },
        ];
  return policyDocument(
    { Sid: "PublishAlerts", Effect: "Allow", Action: "sns:Publish", Resource: topicArn },
    ...key,
    {
      Sid: "WriteLog",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `${logGroupArn(place, formatterLogGroupName(name))}:*`,
    },
  );
}
