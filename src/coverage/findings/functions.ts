import { eventRuleArn, parseArn } from "../../aws";
import { blockersOf, finding, type Finding } from "../finding";
import { placeOf, text, verdict, type ResourceIndex } from "../resource-index";
import { functionPolicies, qualifiersOf } from "../trace/function";

/** An account that does not exist. */
const stranger = "000000000000";

/** Functions that a stranger could make publish, and settings of functions that do not exist. */
export function functionFindings(index: ResourceIndex): readonly Finding[] {
  return [
    ...without(index, "aws_lambda_permission"),
    ...without(index, "aws_lambda_function_event_invoke_config"),
    ...strangers(index),
  ];
}

function without(index: ResourceIndex, type: string): readonly Finding[] {
  const keys = index.owners("aws_lambda_function");
  return index
    .keys(type)
    .filter((key) => !keys.has(key))
    .flatMap((key) => index.find(type, key))
    .map((resource) => finding("orphaned-resource", resource, "a function"));
}

/** EventBridge acts for every account: only the ARN of the rule says whose the event is. */
function strangers(index: ResourceIndex): readonly Finding[] {
  return index.all("aws_lambda_function").flatMap((lambda) => {
    const found: Finding[] = [];
    // What cannot be read stops the event.
    blockersOf(() => {
      const arn = text(lambda, "arn");
      const partition = parseArn(arn)?.partition ?? "aws";
      const { region } = placeOf(lambda);
      const rule = eventRuleArn({ partition, account: stranger, region }, "any");
      const requests = [
        { principal: { service: "events.amazonaws.com" }, kind: "rule to function", source: rule },
        {
          principal: { account: stranger, organization: "o-0000000000" },
          kind: "role to resource",
        },
      ] as const;
      for (const qualifier of qualifiersOf(index, lambda)) {
        const resource = [arn, ...(qualifier === undefined ? [] : [qualifier])].join(":");
        for (const policy of functionPolicies(index, lambda, qualifier)) {
          const lets = requests.some((request) => {
            const asked = { ...request, action: "lambda:InvokeFunction", resource };
            return verdict(index, "resource-policy-denies", [policy], asked)?.effect === "allow";
          });
          if (lets) found.push(finding("open-to-strangers", policy.resource));
        }
      }
    });
    return found;
  });
}
