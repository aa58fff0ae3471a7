import { is, type EventBox } from "./event-set";
import { recorded, type SampleEvent } from "./sample-event";

const consoleDetailType = "AWS Console Sign In via CloudTrail";

/** Events of the sign-in pages of the console. */
export const consoleEvents: EventBox = {
  source: is("aws.signin"),
  "detail-type": is(consoleDetailType),
};

/** Console events of these names. */
export function consoleEvent(...eventNames: readonly string[]): EventBox {
  return { ...consoleEvents, "detail.eventName": is(...eventNames) };
}

/** A sample of a console event. */
export function consoleSample(detail: SampleEvent["detail"]): SampleEvent {
  return recorded(consoleDetailType, "aws.signin", {
    eventType: "AwsConsoleSignIn",
    eventSource: "signin.amazonaws.com",
    ...detail,
  });
}
