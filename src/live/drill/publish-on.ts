import type { LivePlace } from "../answer";
import type { Aws } from "../aws";
import { publish } from "./calls";
import { reasonOf } from "./listening-queue";

/** Publishes a text on a topic. @returns why it did not work; undefined where it did */
export async function publishOn(
  aws: Aws,
  place: LivePlace,
  topicArn: string,
  text: string,
): Promise<string | undefined> {
  const answer = await aws.at(place, (here) => publish(here, topicArn, text));
  return answer.state === "known" ? undefined : reasonOf(answer);
}
