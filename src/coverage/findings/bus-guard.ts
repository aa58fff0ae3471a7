import { stopsOf, text, verdict, type Network } from "../network";
import { scheduledEvent } from "../../guards";
import { stationAt } from "../station";
import type { Stop } from "../trace-result";

/** Accounts and organizations that are nobody's. */
const stranger = { account: "000000000000", organization: "o-0000000000" };

/** What a hub accepts: sign-ins, and heartbeats. */
const accepted = [
  { source: "aws.signin", "detail-type": "AWS Console Sign In via CloudTrail" },
  scheduledEvent,
];

/** Buses that take events from outside the organization, or events that an account can forge. */
export function busGuardFindings(
  network: Network,
  organization: string | undefined,
): readonly Stop[] {
  return network.all("aws_cloudwatch_event_bus_policy").flatMap((policy) => {
    const found: Stop[] = [];
    const ask = (
      principal: typeof stranger,
      source: string,
      detailType: string,
      reason: string,
    ): void => {
      // What cannot be read stops the event.
      stopsOf(() => {
        const [bus] = network
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
        const decided = verdict(network, "event bus policy", [attached], {
          principal,
          action: "events:PutEvents",
          resource: text(bus, "arn"),
          context: {
            "events:source": source,
            "events:detail-type": detailType,
          },
        });
        if (decided?.effect === "allow") {
          found.push(stationAt("event bus policy", policy, reason));
        }
      });
    };
    for (const { source, "detail-type": detailType } of accepted) {
      ask(stranger, source, detailType, "it lets accounts outside the organization send events");
      if (organization === undefined) continue;
      const member = { account: stranger.account, organization };
      const reason = "it takes events of any source: an account can forge sign-ins";
      ask(member, "made.up", detailType, reason);
    }
    return found;
  });
}
