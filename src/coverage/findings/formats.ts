import type { JsonProtocol } from "../../catalog";
import type { ExpectedRoute } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { ResourceIndex } from "../resource-index";
import { publishedJson, publishedTopic } from "../trace/function";

function shown(protocols: readonly JsonProtocol[]): string {
  return protocols.length === 0 ? "none" : protocols.join(", ");
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
