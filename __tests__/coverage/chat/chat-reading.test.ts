import { chatReading } from "../../../src/coverage/trace/chat";

test.each([
  ['"text"', "plain text is no custom notification"],
  ["no JSON", "plain text is no custom notification"],
  ["[]", "plain text is no custom notification"],
  ['{"version":"1.0","source":"custom"}', "it has no content"],
  [
    '{"version":"1.0","source":"custom","content":{"textType":"client-markdown"}}',
    "it has no description",
  ],
  [
    '{"version":"1.0","source":"custom","content":{"textType":"client-markdown","title":1,"description":"d"}}',
    "its title is no text",
  ],
])("chat drops %s", (message, problem) => {
  expect(chatReading(message)).toEqual({ problem });
});
