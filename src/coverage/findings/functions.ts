import { eventRuleArn, parseArn } from "../../aws";
import { blockersOf, finding, type Finding } from "../finding";
import { placeOf, text, verdict, type Network } from "../network";
import { functionPolicies } from "../trace/function-permission";

/** An account that is nobody's. */
const stranger = "000000000000";

/** Functions that a stranger could make publish, and settings of functions that are not there. */
export function functionFindings(network: Network): readonly Finding[] {
  return [
    ...without(network, "aws_lambda_permission"),
    ...without(network, "aws_lambda_function_event_invoke_config"),
    ...strangers(network),
  ];
}

function without(network: Network, type: string): readonly Finding[] {
  const keys = network.owners("aws_lambda_function");
  return network
    .keys(type)
    .filter((key) => !keys.has(key))
    .flatMap((key) => network.find(type, key))
    .map((resource) => finding("orphaned-resource", resource, "a function"));
}

/** EventBridge acts for every account: only the ARN of the rule says whose the event is. */
function strangers(network: Network): readonly Finding[] {
  return network.all("aws_lambda_function").flatMap((lambda) => {
    const found: Finding[] = [];
    // What cannot be read stops the event.
    blockersOf(() => {
      const arn = text(lambda, "arn");
      const partition = parseArn(arn)?.partition ?? "aws";
      const { region } = placeOf(lambda);
      const rule = eventRuleArn({ partition, account: stranger, region }, "any");
      const requests = [
        { principal: { service: "events.amazonaws.com" }, context: { "aws:SourceArn": rule } },
        { principal: { account: stranger }, context: {} },
      ];
      for (const policy of functionPolicies(network, lambda)) {
        const lets = requests.some((request) => {
          const asked = { ...request, action: "lambda:InvokeFunction", resource: arn };
          return (
            verdict(network, "function-permission-denies", [policy], asked)?.effect === "allow"
          );
        });
        if (!lets) continue;
        found.push(finding("function-open-to-strangers", policy.resource));
      }
    });
    return found;
  });
}
