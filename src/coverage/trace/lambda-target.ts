import { parseArn, partitions } from "../../aws";
import { formattedMessage } from "../../catalog";
import { formatterSettings } from "../../formatter";
import { blocked, blockersOf, step, type Finding, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  number,
  placeOf,
  requireAllowed,
  shownAddress,
  text,
  type ResourceIndex,
} from "../resource-index";
import { formatterNames } from "./function-code";
import { fallbackHop } from "./function-fallback";
import { functionPolicies } from "./function-permission";
import { executionRole, functionTopic, publishedTopic } from "./function-topic";
import { catalogMessage, type CatalogMessage } from "./kind-of-target";
import { renderedInput, transformerOf } from "./message";
import type { Run } from "./run";
import { recipientsOf, type Recipients } from "./subscriptions";

/** The way from a rule through a function to its topic, which is the same for every event. */
interface FunctionPassage extends Recipients {
  readonly lambda: Resource;
  readonly topic: string;
  readonly hops: readonly Hop[];
  /** What the target passes to the function, where the catalog knows it. */
  readonly said: CatalogMessage | undefined;
  /** What is wrong with what happens when the function fails. */
  readonly findings: readonly Finding[];
}

/** A rule invokes a function, which publishes to a topic what this package's function would. */
export function deliverByFunction(
  run: Run,
  rule: Resource,
  target: Resource,
  hops: readonly Hop[],
): void {
  const { index } = run;
  const input = functionInput(run, rule, target);
  const passage = index.once(`function target ${target.stack} ${target.address}`, () =>
    functionPassage(index, rule, target),
  );
  const accountNames = formatterNames(index, passage.lambda, run.options);
  const arn = parseArn(passage.topic);
  const partition = partitions.find((each) => each === arn?.partition) ?? "aws";
  const { subject, text: message } = formattedMessage(input, { partition, accountNames });
  const { said } = passage;
  run.findings.push(...passage.findings);
  run.deliveries.push({
    kind: said?.kind.name ?? run.kind() ?? "",
    ...(said && { severity: said.severity }),
    topic: passage.topic,
    recipients: passage.recipients,
    subject,
    text: message,
    hops: [...hops, ...passage.hops, passage.hop],
  });
}

function functionInput(run: Run, rule: Resource, target: Resource): unknown {
  const input = renderedInput(run, rule, target);
  try {
    return JSON.parse(input);
  } catch {
    return blocked(
      "transformer-invalid",
      target,
      "the input for the function is not one JSON value",
    );
  }
}

function functionPassage(index: ResourceIndex, rule: Resource, target: Resource): FunctionPassage {
  const arn = text(target, "arn");
  const [lambda] = index.find("aws_lambda_function", arn);
  if (lambda === undefined) {
    return blocked("function-missing", target, arn);
  }
  const [here, there] = [placeOf(rule), placeOf(lambda)];
  if (here.account !== there.account || here.region !== there.region) {
    blocked("different-place", target, `its rule and the function ${shownAddress(lambda)}`);
  }
  checkSettings(lambda);
  const policies = functionPolicies(index, lambda);
  const statement = requireAllowed(index, "function-permission-denies", lambda, policies, {
    principal: { service: "events.amazonaws.com" },
    action: "lambda:InvokeFunction",
    resource: arn,
    context: { "aws:SourceArn": text(rule, "arn") },
  });
  const { role, hop: trust } = executionRole(index, lambda);
  const topicArn = publishedTopic(lambda);
  const topic = functionTopic(index, lambda, role, topicArn);
  const transformer = transformerOf(target);
  let fallback: Hop | undefined;
  const findings = blockersOf(() => (fallback = fallbackHop(index, lambda, topicArn)));
  return {
    lambda,
    topic: topicArn,
    said: transformer && catalogMessage(transformer),
    ...recipientsOf(index, topic.topic, topicArn),
    hops: [
      step("target", target, `invokes ${arn}`),
      step("function permission", lambda, `statement ${statement} lets the rule invoke it`),
      trust,
      step("function", lambda, `publishes to ${topicArn}`),
      ...topic.hops,
      ...(fallback ? [fallback] : []),
    ],
    findings,
  };
}

/** @throws BlockedError for settings with which the function would not run as it should */
function checkSettings(lambda: Resource): void {
  for (const name of ["runtime", "handler"] as const) {
    const found = text(lambda, name);
    const wanted = formatterSettings[name];
    if (found !== wanted) {
      blocked("function-setting-differs", lambda, `${name} is ${found}, it should be ${wanted}`);
    }
  }
  const least = [
    ["timeout", formatterSettings.timeout],
    ["memory_size", formatterSettings.memorySize],
  ] as const;
  for (const [name, wanted] of least) {
    const found = number(lambda, name, lambda.attributes) ?? 0;
    if (found < wanted) {
      const should = `it should be at least ${wanted}`;
      blocked("function-setting-differs", lambda, `${name} is ${found}, ${should}`);
    }
  }
}
