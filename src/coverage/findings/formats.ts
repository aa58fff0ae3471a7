import type { JsonProtocol } from "../../catalog";
import type { ExpectedCoverage, ExpectedRoute } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { ResourceIndex } from "../resource-index";
import { publishedJson, publishedTopic } from "../trace/function-variables";

function shown(protocols: readonly JsonProtocol[]): string {
  return protocols.length === 0 ? "none" : protocols.join(", ");
}

/**
 * People who get the JSON of SNS as a mail, subject and all, where the configuration asks for mail: it knows no
 * other.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export function mailFormatFindings(
  index: ResourceIndex,
  { routes = [], alarmTopics = [] }: Pick<Partial<ExpectedCoverage>, "routes" | "alarmTopics">,
): readonly Finding[] {
  return [...routes, ...alarmTopics].flatMap(({ topicArn, recipients }) =>
    index
      .find("aws_sns_topic_subscription", topicArn)
      .filter(({ attributes: { protocol, endpoint } }) => {
        return protocol === "email-json" && recipients.some((recipient) => recipient === endpoint);
      })
      .map((subscription) =>
        finding(
          "format-differs",
          subscription,
          "it sends JSON by email-json, the configuration says mail",
        ),
      ),
  );
}

/** Topics whose programs get JSON where the configuration says text, or text where it says JSON. */
export function formatFindings(
  index: ResourceIndex,
  routes: readonly ExpectedRoute[] = [],
): readonly Finding[] {
  return routes.flatMap(({ topicArn, json: wanted = [] }) => {
    const [topic] = index.find("aws_sns_topic", topicArn);
    if (topic === undefined) return [];
    const publishers = index.all("aws_lambda_function").flatMap((lambda) => {
      const found: { lambda: typeof lambda; json: readonly JsonProtocol[] }[] = [];
      // What cannot be read stops the event.
      blockersOf(() => {
        if (publishedTopic(lambda) === topicArn) {
          found.push({ lambda, json: publishedJson(lambda) });
        }
      });
      return found;
    });
    const said = `the configuration says ${shown(wanted)}`;
    if (publishers.length === 0) {
      return wanted.length === 0
        ? []
        : [finding("format-differs", topic, `no function writes JSON for it, ${said}`)];
    }
    return publishers.flatMap(({ lambda, json }) =>
      shown(json) === shown(wanted)
        ? []
        : [finding("format-differs", lambda, `it writes JSON for ${shown(json)}, ${said}`)],
    );
  });
}
