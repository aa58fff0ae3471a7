import type { AlertKind } from "../alert-kind";
import { subtract, unite } from "../event-set";
import { consoleEvents, consoleSample } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** The kind that holds every console event that none of the others claims. */
export function unrecognizedKind(others: readonly AlertKind[]): AlertKind {
  return {
    name: "unrecognized-sign-in",
    title: "Any other event of the sign-in pages: something new",
    severity: "medium",
    onByDefault: true,
    events: subtract([consoleEvents], unite(...others.map(({ events }) => events))),
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Unrecognized sign-in event in <account>: <eventName>",
      lines: ["eventName", "identityType", ...recordLines],
    },
    sample: consoleSample({
      eventName: "PasskeyLogin",
      userIdentity: identities.iamUser,
      responseElements: { PasskeyLogin: "Success" },
      additionalEventData: { MobileVersion: "No" },
    }),
  };
}
