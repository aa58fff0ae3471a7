import { Construct } from "constructs";
import { cisChoices, signInLogGuards, type SignInLog } from "../../src/guards";
import { refuseOtherShapes } from "../property-shapes";
import { choiceProblems, placeProblems, prefixProblems, refuse } from "../property-validation";
import { logGroupGuards, type LogGroupGuardsProps } from "../guards";

/** Properties of a {@link SignInLogAlarm}. */
export interface SignInLogAlarmProps extends LogGroupGuardsProps, SignInLog {}

/**
 * Counts console sign-ins in the log group of a trail and raises alarms: the second path, which sees
 * every account and region that the trail records, those without a forwarding rule included. It is
 * minutes late, and an alarm reports that a user signed in, not who nor how many.
 *
 * @throws RangeError for properties of another type, an invalid place or prefix, a filter pattern of more than 1,024 characters, and
 * a topic in another account or region
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html
 */
export class SignInLogAlarm extends Construct {
  constructor(scope: Construct, id: string, props: SignInLogAlarmProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      provider: "provider",
      place: "place",
      topicArn: "text",
      dependsOn: "list of objects?",
      namePrefix: "text",
      logGroupName: "text",
      trailName: "text?",
      cis: "text?",
      signIns: "number?",
      failures: "number?",
      floodPerMinute: "number?",
      watchedUsers: "watched users?",
      covered: "covered accounts?",
      coveredOthers: "texts?",
      deadLetterQueueName: "text?",
    });
    refuse([
      ...placeProblems(props),
      ...prefixProblems(props.namePrefix),
      ...choiceProblems("cis", props.cis, cisChoices),
    ]);
    logGroupGuards(this, props.namePrefix, signInLogGuards(props), props);
  }
}
