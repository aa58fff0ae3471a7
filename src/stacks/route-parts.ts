import type { TerraformProvider, TerraformStack } from "cdktf";
import {
  AlertFormatter,
  AlertTopic,
  ChatChannel,
  formatterName,
  hubRulesArn,
  type AlertRoute,
} from "../../modules";
import type { Place } from "../aws";
import { defaultNamePrefix } from "../config/defaults";
import type { SignInAlertsProps } from "../config/props";
import { recipientsOf } from "../aws/recipient";
import { isFormatted, topicName, type ResolvedRoute } from "./routes";

/** Where the parts of a route are made, and who is told when they fail. */
export interface RouteParts {
  readonly provider: TerraformProvider;
  readonly place: Place;
  readonly alarmTopicArn: string;
}

/** What a route tells: a topic that is there, a chat channel, or a topic with recipients. */
export function routeParts(
  stack: TerraformStack,
  props: SignInAlertsProps,
  route: ResolvedRoute,
  { provider, place, alarmTopicArn }: RouteParts,
): AlertRoute {
  const { namePrefix = defaultNamePrefix } = props;
  const { name: routeName, kinds, accounts } = route;
  const told = {
    ...(routeName !== undefined && { name: routeName }),
    kinds,
    ...(accounts && { accounts }),
  };
  if (route.topicArn !== undefined) return { ...told, topicArn: route.topicArn };
  const common = { provider, place, name: topicName(namePrefix, routeName) };
  const chat = topicName("chat", routeName);
  if (route.slack) {
    const { topicArn } = new ChatChannel(stack, chat, { ...common, slack: route.slack });
    return { ...told, topicArn, messages: "chat" };
  }
  if (route.teams) {
    const { topicArn } = new ChatChannel(stack, chat, { ...common, teams: route.teams });
    return { ...told, topicArn, messages: "chat" };
  }
  const topic = new AlertTopic(stack, topicName("topic", routeName), {
    ...common,
    recipients: recipientsOf(route.recipients),
    publisher: "rules",
  });
  if (!isFormatted(props, route)) return { ...told, topicArn: topic.arn };
  const formatter = new AlertFormatter(stack, topicName("formatter", routeName), {
    provider,
    place,
    name: formatterName(namePrefix, routeName),
    topicArn: topic.arn,
    keyArn: topic.keyArn,
    accountNames: Object.fromEntries(props.accounts.map(({ id, name }) => [id, name])),
    ruleArns: [hubRulesArn(place, namePrefix)],
    alarmTopicArn,
  });
  return { ...told, topicArn: topic.arn, formatter };
}
