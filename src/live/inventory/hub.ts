import { parseArn } from "../../aws";
import type { Here } from "../here";
import { readArchives, readBus } from "./buses";
import { joined, nothing, readEach, type Facts } from "./found";
import { readFunction } from "./functions";
import { keysOf } from "./keys";
import { readLogDeliveries } from "./log-deliveries";
import { readLogGroup, readLogPolicies } from "./log-groups";
import { readHubRules, type RulesOnBus } from "./rules-on-bus";
import type { LiveScope } from "./scope";
import { readTopic } from "./topics";
import { readWatch } from "./watch";

/** The hub: its event bus, what its rules send to, and what watches it. */
export async function readHub(here: Here, scope: LiveScope): Promise<RulesOnBus> {
  const { archive, busLogs, routes } = scope.expected;
  const busName = parseArn(archive.bus)?.resource.replace(/^event-bus\//u, "") ?? "";
  const bus = await readBus(here, archive.bus);
  const archives = await readArchives(here, archive.bus);
  const rules = await readHubRules(here, busName);
  const watch = await readWatch(here, scope);
  const ends = rules.targets.flatMap(({ Arn }) => Arn ?? []);
  const topics = joined(
    await readEach(
      [
        ...ends.filter((arn) => parseArn(arn)?.service === "sns"),
        ...routes.map(({ topicArn }) => topicArn),
        ...watch.topicArns,
      ],
      (arn) => readTopic(here, arn),
    ),
  );
  const groups = await readEach(
    [...ends.filter((arn) => parseArn(arn)?.service === "logs"), busLogs.logGroup].map((arn) =>
      arn.replace(/:\*$/u, ""),
    ),
    (arn) => readLogGroup(here, arn),
  );
  const functions = await readEach(
    ends.filter((arn) => parseArn(arn)?.service === "lambda"),
    (arn) => readFunction(here, arn),
  );
  const resources = [
    ...bus,
    ...functions.flatMap((each) => each.resources),
    ...archives.resources,
    ...groups.flat(),
    ...(await readLogPolicies(here)),
    ...(busLogs.days === 0 ? [] : await readLogDeliveries(here, archive.bus)),
  ];
  const keys = await keysOf(here, [...bus, ...topics.resources, ...groups.flat()]);
  const facts: Facts = joined([
    { ...nothing, resources: [...resources, ...keys] },
    ...functions.map(({ findings }) => ({ ...nothing, findings })),
    { ...nothing, findings: archives.findings },
    rules,
    topics,
    watch,
  ]);
  const roleArns = [...rules.roleArns, ...functions.flatMap((each) => each.roleArns)];
  return { ...rules, ...facts, roleArns };
}
