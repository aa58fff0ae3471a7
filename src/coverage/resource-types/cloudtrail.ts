import { trailArn } from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

/** AWS CloudTrail. */
export const cloudtrail: ResourceTypes = {
  aws_cloudtrail: {
    isMark: true,
    key: "{place}",
    replacedBy: ["name"],
    computed: {
      arn: ({ place, name }) => trailArn(place, name),
      id: ({ place, name }) => trailArn(place, name),
    },
    loss: "nothing is recorded until there is another trail",
    settings: { s3_key_prefix: [], sns_topic_name: [] },
    alternatives: ["event_selector", "advanced_event_selector"],
  },
};
