import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { LambdaFunctionEventInvokeConfig } from "@cdktf/provider-aws/lib/lambda-function-event-invoke-config";
import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { Token, type ITerraformDependable, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { functionArn, parseArn, type Place } from "../../src/aws";
import { isAccountId } from "../../src/aws/organizations";
import { jsonProtocols, type AccountNames, type JsonProtocol } from "../../src/catalog";
import {
  formatterRetry,
  formatterSettings,
  jsonVariable,
  topicVariable,
} from "../../src/formatter";
import { formatterAlarms, formatterLogGroupName } from "../../src/guards";
import { roleArguments, roleProblems, type CreatedRoles } from "../created-roles";
import { alarmResource } from "../guards";
import { refuseOtherShapes } from "../property-shapes";
import { keyProblems, refuse } from "../property-validation";
import { packageAsset } from "./package-asset";
import { formatterPermissions, formatterPolicyName, formatterTrust } from "./policies";

/** Properties of an {@link AlertFormatter}. */
export interface AlertFormatterProps {
  /** Provider of the account and region of `place`. */
  readonly provider: TerraformProvider;
  /** Where the hub and the topic are. */
  readonly place: Place;
  /** Name of the function and of its role, at most 64 letters, digits, hyphens and underscores. */
  readonly name: string;
  /** ARN of the topic that messages are published to, and what the function could not publish. */
  readonly topicArn: string;
  /**
   * ARN of the customer-managed key of the topic; its policy must let the account, or the role, use it.
   * @default - the topic has no key
   */
  readonly keyArn?: string;
  /** Names to show beside the ids of accounts; others are shown by id alone. */
  readonly accountNames: AccountNames;
  /**
   * ARNs of the rules that may invoke the function; `*` stands for any characters. The function's
   * policy has a statement of about 400 of its 20,480 bytes for each, so name many rules by their
   * prefix: `hubRulesArn`.
   */
  readonly ruleArns: readonly string[];
  /**
   * ARN of a topic in the same account and region that CloudWatch may publish to, and that is notified
   * when the function fails.
   * @default - no alarms
   */
  readonly alarmTopicArn?: string;
  /**
   * Protocols whose subscribers get JSON, a `JsonMessage`, and not the text: all of the topic's of that protocol.
   * @default - none
   */
  readonly jsonProtocols?: readonly JsonProtocol[];
  /** Days that the function's log is kept, one of the numbers that CloudWatch Logs accepts. @default 30 */
  readonly logRetentionDays?: number;
  /** Path and permissions boundary of the role that is created. @default - neither */
  readonly createdRoles?: CreatedRoles;
}

/** What is validated of a formatter before anything is created. */
interface ValidatedFormatter {
  readonly place: Place;
  readonly name: string;
  readonly topicArn: string;
  readonly keyArn?: string;
  readonly accountNames: Readonly<Record<string, string>>;
  readonly ruleArns: readonly string[];
  readonly createdRoles?: CreatedRoles;
}

/** Rules that a function's policy of 20,480 bytes has room for. */
const mostRules = 40;

function isHere(arn: string, service: string, { account, region }: Place): boolean {
  const parts = parseArn(arn);
  return parts?.service === service && parts.account === account && parts.region === region;
}

/**
 * Refuses what AWS would refuse, or would accept and never use.
 * @throws RangeError
 */
function validateFormatter(formatter: ValidatedFormatter): void {
  const { place, name, topicArn, keyArn, accountNames, ruleArns } = formatter;
  const here = `account ${place.account}, region ${place.region}`;
  if (!/^[\w-]{1,64}$/u.test(name)) {
    throw new RangeError(
      `the name of a function has 1 to 64 letters, digits, hyphens and underscores, got: ${name}`,
    );
  }
  if (!Token.isUnresolved(topicArn) && !isHere(topicArn, "sns", place)) {
    throw new RangeError(
      `the topic of a formatter must be an SNS topic in ${here}, got: ${topicArn}`,
    );
  }
  refuse([...keyProblems("keyArn", keyArn), ...roleProblems(formatter.createdRoles)]);
  if (topicArn.endsWith(".fifo")) {
    throw new RangeError(`the topic of a formatter must be a standard topic, got: ${topicArn}`);
  }
  const odd = Object.keys(accountNames).find((id) => !isAccountId(id));
  if (odd !== undefined) {
    throw new RangeError(`accountNames has names by account id, 12 digits, got: ${odd}`);
  }
  if (ruleArns.length === 0 || ruleArns.length > mostRules) {
    throw new RangeError(
      `ruleArns must name 1 to ${mostRules} rules, got: ${ruleArns.length}; hubRulesArn names all rules of a hub at once`,
    );
  }
  const foreign = ruleArns.find((arn) => !Token.isUnresolved(arn) && !isHere(arn, "events", place));
  if (foreign !== undefined) {
    throw new RangeError(`rule and function must be in ${here}, got: ${foreign}`);
  }
}

/**
 * A function that publishes sign-in events to one topic as messages with a subject, with the names of
 * accounts, and with every value escaped. What it cannot publish, Lambda sends to the same topic as it is.
 * @throws RangeError for a name, a topic, an account or a rule that AWS would refuse
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export class AlertFormatter extends Construct {
  /** ARN of the function, as a reference that orders what uses it after the function. */
  public readonly functionArn: string;
  /** Name of the function. */
  public readonly functionName: string;
  /** What must exist before a rule may invoke: EventBridge does not retry a missing permission. */
  public readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: AlertFormatterProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      provider: "provider",
      place: "place",
      name: "text",
      topicArn: "text",
      keyArn: "text?",
      accountNames: "object",
      ruleArns: "texts",
      alarmTopicArn: "text?",
      jsonProtocols: "texts?",
      logRetentionDays: "number?",
      createdRoles: "object?",
    });
    validateFormatter(props);
    const { provider, place, name, topicArn } = props;
    const log = new CloudwatchLogGroup(this, "LogGroup", {
      provider,
      name: formatterLogGroupName(name),
      retentionInDays: props.logRetentionDays ?? 30,
    });
    const { role, permission } = this.role(props);
    const code = packageAsset(this, "Package", props.accountNames);
    const json = jsonProtocols.filter((protocol) => props.jsonProtocols?.includes(protocol));
    const { runtime, handler, timeout, memorySize } = formatterSettings;
    const lambda = new LambdaFunction(this, "Resource", {
      provider,
      functionName: name,
      description: "Publishes sign-in events as messages that people can read",
      filename: code.path,
      sourceCodeHash: code.hash,
      runtime,
      handler,
      architectures: ["arm64"],
      memorySize,
      timeout,
      role: role.arn,
      environment: {
        variables: {
          [topicVariable]: topicArn,
          ...(json.length > 0 && { [jsonVariable]: json.join(",") }),
        },
      },
      // The role may not create the log group: without it nothing is logged.
      dependsOn: [permission, log],
    });
    this.functionName = name;
    this.functionArn = lambda.arn;
    const fallback = new LambdaFunctionEventInvokeConfig(this, "Fallback", {
      provider,
      functionName: lambda.functionName,
      maximumRetryAttempts: formatterRetry.attempts,
      maximumEventAgeInSeconds: formatterRetry.eventAge,
      destinationConfig: { onFailure: { destination: topicArn } },
    });
    this.ready = [
      fallback,
      ...props.ruleArns.map(
        (sourceArn, index) =>
          new LambdaPermission(this, `Permission-${index + 1}`, {
            provider,
            statementId: `HubRules${index + 1}`,
            action: "lambda:InvokeFunction",
            functionName: lambda.functionName,
            principal: "events.amazonaws.com",
            sourceArn,
          }),
      ),
    ];
    const { alarmTopicArn } = props;
    if (alarmTopicArn === undefined) return;
    for (const alarm of formatterAlarms(name)) {
      const alarmId = `Alarm-${alarm.name.slice(name.length + 1)}`;
      alarmResource(this, alarmId, alarm, { provider, place, topicArn: alarmTopicArn });
    }
  }

  private role(props: AlertFormatterProps): { role: IamRole; permission: ITerraformDependable } {
    const { provider, place, name } = props;
    // The function's ARN is computed: it needs the role first.
    const role = new IamRole(this, "Role", {
      provider,
      name,
      description: `Lets the function ${functionArn(place, name)} publish alerts`,
      ...roleArguments(place, props.createdRoles),
      assumeRolePolicy: formatterTrust(place, name),
    });
    const permission = new IamRolePolicy(this, "Policy", {
      provider,
      name: formatterPolicyName,
      role: role.name,
      policy: formatterPermissions(place, props),
    });
    return { role, permission };
  }
}
