import type { TerraformStack } from "cdktf";
import { AlertFormatter, ChatChannel, hubRulesArn, type AlertRoute } from "../../modules";
import { isService, type Plan, type RoutePlan } from "../plan";
import { createTopic, type ProvidedPlace } from "./topics";

/** Where the parts of a route are created, and who is notified when they fail. */
export interface RouteParts extends ProvidedPlace {
  readonly alarmTopicArn: string;
}

/** Id of a construct of a route; the default route has no part of its own. */
function idOf(kind: string, { part }: RoutePlan): string {
  return part === undefined ? kind : `${kind}-${part}`;
}

/** What a route notifies: a topic that exists, a channel of a service, or a topic with recipients. */
export function createRoute(
  stack: TerraformStack,
  { namePrefix, accounts, createdRoles }: Plan,
  route: RoutePlan,
  { provider, place, alarmTopicArn }: RouteParts,
): AlertRoute {
  const { topic } = route;
  const notified = {
    ...(route.name !== undefined && { name: route.name }),
    kinds: route.kinds,
    ...(route.accounts && { accounts: route.accounts }),
    ...(route.exceptAccounts && { exceptAccounts: route.exceptAccounts }),
    messages: route.messages,
  };
  if (topic.type === "existing") return { ...notified, topicArn: topic.arn };
  const { name } = topic;
  const [service] = route.channels.filter(isService);
  if (service) {
    const props = { provider, place, name, createdRoles, ...service };
    const { topicArn } = new ChatChannel(stack, idOf("chat", route), props);
    return { ...notified, topicArn };
  }
  const created = createTopic(stack, idOf("topic", route), topic, {
    provider,
    place,
    publisher: "rules",
  });
  if (route.formatter === undefined) return { ...notified, topicArn: created.arn };
  const formatter = new AlertFormatter(stack, idOf("formatter", route), {
    provider,
    place,
    name: route.formatter,
    topicArn: created.arn,
    keyArn: created.keyArn,
    accountNames: Object.fromEntries(accounts.map((account) => [account.id, account.name])),
    ruleArns: [hubRulesArn(place, namePrefix)],
    alarmTopicArn,
    createdRoles,
    ...(route.json && { jsonProtocols: route.json }),
  });
  return { ...notified, topicArn: created.arn, formatter };
}
