import { jsonProtocols, type JsonProtocol } from "../../catalog";
import { recipientOf } from "../../aws/recipient";
import { secretAddressOf } from "../../aws/secret-address";
import type { Problem } from "../../config/problem";
import type { Check } from "./checked";

const nouns: Readonly<Record<JsonProtocol, string>> = {
  https: "an https address",
  lambda: "a Lambda function",
  sqs: "an SQS queue",
};

function protocolOf(recipient: string): string | undefined {
  return secretAddressOf(recipient) ? "https" : recipientOf(recipient)?.protocol;
}

/** JSON is written by the function alone, for recipients that there are. */
const checkFormats: Check = ({ draft: { routes = [], formatter } }) =>
  routes.flatMap((route, i) =>
    jsonProtocols.flatMap((protocol): readonly Problem[] => {
      if (route?.formats?.[protocol] !== "json") return [];
      const path = ["routes", i, "formats", protocol];
      const { recipients = [] } = route;
      // What a recipient that cannot be read is, is not known.
      const isGiven = recipients.some(
        (each) => each === undefined || protocolOf(each) === protocol,
      );
      if (!isGiven) {
        return [
          {
            path,
            value: "json",
            problem: `no recipient of this route is ${nouns[protocol]}: nothing would be sent as JSON`,
            allowed: "protocols of the route's own recipients",
            fix: "remove the key, or add the recipient that reads JSON",
            edits: [{ path, remove: true }],
          },
        ];
      }
      if (formatter === true) return [];
      return [
        {
          path,
          value: "json",
          problem:
            "EventBridge writes text: only the function writes JSON that is valid of any event",
          allowed: "json with formatter: true, or text",
          fix: "set formatter: true",
          edits: [{ path: ["formatter"], set: true }],
        },
      ];
    }),
  );

/** What programs among the recipients get. */
export const formatChecks: readonly Check[] = [checkFormats];
