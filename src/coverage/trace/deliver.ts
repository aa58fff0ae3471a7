import { step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { text } from "../resource-index";
import { heardBy } from "./chat-reading";
import { catalogMessage } from "./kind-of-target";
import { messageOf, transformerOf } from "./message";
import type { Run } from "./run";
import { recipientsOf } from "./subscriptions";
import { eventBridge, topicPassage } from "./topic";

/** The last part of the path: from a rule to the recipients of a topic. */
export function deliver(run: Run, rule: Resource, target: Resource, hops: readonly Hop[]): void {
  const { index } = run;
  const message = messageOf(run, rule, target);
  const arn = text(target, "arn");
  // A topic that is created here is judged, even if the configuration calls it existing.
  const isMade = index.find("aws_sns_topic", arn).length > 0;
  if (!isMade && run.options.existing?.includes(arn)) {
    tellExisting(run, target, message, hops);
    return;
  }
  const passage = index.once(`topic target ${target.stack} ${target.address}`, () => {
    const topic = topicPassage(index, { resource: target, arn }, eventBridge);
    const transformer = transformerOf(target);
    return {
      ...topic,
      ...recipientsOf(index, topic.topic, topic.arn),
      said: transformer && catalogMessage(transformer),
      sending: step("target", target, `publishes to ${arn}`),
    };
  });
  const { said } = passage;
  run.deliveries.push({
    kind: said?.kind.name ?? run.kind() ?? "",
    ...(said && { severity: said.severity }),
    topic: passage.arn,
    ...heardBy(run, target, passage, message),
    hops: [...hops, passage.sending, ...passage.hops, passage.hop],
  });
}

/** An existing topic is taken at its word: its owner knows who is subscribed. */
function tellExisting(run: Run, target: Resource, message: string, hops: readonly Hop[]): void {
  const topic = text(target, "arn");
  const transformer = transformerOf(target);
  const said = transformer && catalogMessage(transformer);
  run.deliveries.push({
    kind: said?.kind.name ?? run.kind() ?? "",
    ...(said && { severity: said.severity }),
    topic,
    recipients: [`topic:${topic}`],
    text: message,
    hops: [...hops, step("target", target, `assumed: the existing topic ${topic} lets it publish`)],
  });
}
