import { AlertHub, type AlertRoute } from "../../../modules";
import {
  chatTransformerFor,
  inputTransformerFor,
  plainParts,
  type InputTransformer,
} from "../../../src/catalog";
import type { StackContents } from "../../stacks/stack-contents";
import { contentsOf, defaultKinds, HUB, ORGANIZATION, REGION } from "../one-stack";

const topicArn = `arn:aws:sns:${REGION}:${HUB}:all`;

function hub(...routes: readonly AlertRoute[]): StackContents {
  return contentsOf((stack, provider) => {
    new AlertHub(stack, "hub", {
      provider,
      place: { account: HUB, region: REGION },
      organizationId: ORGANIZATION,
      namePrefix: "alerts",
      routes,
    });
  });
}

/** What rules tell of: a kind, or a part of it with a message of its own. */
const parts = defaultKinds.flatMap((kind) => plainParts(kind));

/** Sorted: the order of addresses is not that of kinds. */
function messagesOf(contents: StackContents): readonly string[] {
  return contents
    .ofType("aws_cloudwatch_event_target")
    .map(({ values }) => JSON.stringify(values["input_transformer"]))
    .sort();
}

function written(transformers: readonly InputTransformer[]): readonly string[] {
  return transformers
    .map(({ inputPaths, inputTemplate }) =>
      JSON.stringify({ input_paths: inputPaths, input_template: inputTemplate }),
    )
    .sort();
}

test("a route writes mail, set or not", () => {
  const mail = hub({ topicArn, kinds: defaultKinds });
  expect(hub({ topicArn, kinds: defaultKinds, messages: "mail" })).toEqual(mail);
  expect(messagesOf(mail)).toEqual(
    written(parts.map((kind) => inputTransformerFor(kind, { partition: "aws" }))),
  );
});

test("a route for chat writes custom notifications, and changes nothing else", () => {
  const [mail, chat] = [
    hub({ topicArn, kinds: defaultKinds }),
    hub({ topicArn, kinds: defaultKinds, messages: "chat" }),
  ];
  expect(messagesOf(chat)).toEqual(
    written(parts.map((kind) => chatTransformerFor(kind, { partition: "aws" }))),
  );
  const withoutMessages = ({ resources }: StackContents) =>
    resources.map(({ address, values }) => [address, { ...values, input_transformer: null }]);
  expect(withoutMessages(chat)).toEqual(withoutMessages(mail));
});

test("two routes of one hub may differ", () => {
  const messages = messagesOf(
    hub(
      { topicArn, kinds: defaultKinds.slice(0, 1) },
      {
        name: "chat",
        topicArn: `${topicArn}-chat`,
        kinds: defaultKinds.slice(0, 1),
        messages: "chat",
      },
    ),
  ).map((message) => message.includes("client-markdown"));
  expect(messages.sort()).toEqual([false, true]);
});
