import { blockersOf, finding, type Finding } from "../finding";
import type { RuleId } from "../finding-rules";
import { text, verdict, type ResourceIndex } from "../resource-index";
import { scheduledEvent } from "../../guards";

/** Accounts and organizations that do not exist. */
const stranger = { account: "000000000000", organization: "o-0000000000" };

/** What a hub accepts: sign-ins, and heartbeats. */
const accepted = [
  { source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail" },
  scheduledEvent,
];

/** Buses that take events from outside the organization, or events that an account can forge. */
export function busGuardFindings(
  index: ResourceIndex,
  organization: string | undefined,
): readonly Finding[] {
  return index.all("aws_cloudwatch_event_bus_policy").flatMap((policy) => {
    const found: Finding[] = [];
    const ask = (
      principal: typeof stranger,
      source: string,
      detailType: string,
      rule: RuleId,
    ): void => {
      // What cannot be read stops the event.
      blockersOf(() => {
        const [bus] = index
          .all("aws_cloudwatch_event_bus")
          .filter(
            (each) =>
              each.stack === policy.stack && text(each, "name") === text(policy, "event_bus_name"),
          );
        if (bus === undefined) return;
        const attached = {
          resource: policy,
          json: text(policy, "policy"),
          kind: "resource" as const,
        };
        const decided = verdict(index, "bus-policy-denies", [attached], {
          principal,
          action: "events:PutEvents",
          resource: text(bus, "arn"),
          context: {
            "events:source": source,
            "events:detail-type": detailType,
          },
        });
        if (decided?.effect === "allow") {
          found.push(finding(rule, policy));
        }
      });
    };
    for (const { source, "detail-type": detailType } of accepted) {
      ask(stranger, source, detailType, "open-to-strangers");
      if (organization === undefined) continue;
      const member = { account: stranger.account, organization };
      ask(member, "made.up", detailType, "bus-accepts-any-source");
    }
    return found;
  });
}
