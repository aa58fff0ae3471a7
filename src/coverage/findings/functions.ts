import { eventRuleArn, parseArn } from "../../aws";
import { placeOf, stopsOf, text, verdict, type Network } from "../network";
import { stationAt } from "../station";
import { functionPolicies } from "../trace/function-permission";
import type { Stop } from "../trace-result";

/** An account that is nobody's. */
const stranger = "000000000000";

/** Functions that a stranger could make publish, and settings of functions that are not there. */
export function functionFindings(network: Network): readonly Stop[] {
  return [
    ...without(network, "aws_lambda_permission", "function permission"),
    ...without(network, "aws_lambda_function_event_invoke_config", "fallback"),
    ...strangers(network),
  ];
}

function without(network: Network, type: string, name: string): readonly Stop[] {
  const keys = network.owners("aws_lambda_function");
  return network
    .keys(type)
    .filter((key) => !keys.has(key))
    .flatMap((key) => network.find(type, key))
    .map((resource) => stationAt(name, resource, "it belongs to a function that is not there"));
}

/** EventBridge acts for every account: only the ARN of the rule says whose the event is. */
function strangers(network: Network): readonly Stop[] {
  return network.all("aws_lambda_function").flatMap((lambda) => {
    const found: Stop[] = [];
    // What cannot be read stops the event.
    stopsOf(() => {
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
          return verdict(network, "function permission", [policy], asked)?.effect === "allow";
        });
        if (!lets) continue;
        const reason = "it lets other accounts invoke the function: they can forge alerts";
        found.push(stationAt("function permission", policy.resource, reason));
      }
    });
    return found;
  });
}
