import type { AlertKind } from "../alert-kind";
import { subtract, unite } from "../event-set";
import { consoleSample, signInRecords } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** The kind that holds every record of AWS sign-in that none of the others claims. */
export function unrecognizedKind(others: readonly AlertKind[]): AlertKind {
  return {
    name: "unrecognized-sign-in",
    title: "Any other record of AWS sign-in: something new",
    severity: "medium",
    onByDefault: true,
    events: subtract(signInRecords, unite(...others.map(({ events }) => events))),
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Unrecognized sign-in event in <account>: <eventName> <identityType>",
      lines: ["eventName", ...recordLines],
    },
    sample: consoleSample({
      eventName: "PasskeyLogin",
      userIdentity: identities.iamUser,
      responseElements: { PasskeyLogin: "Success" },
      additionalEventData: { MobileVersion: "No" },
    }),
  };
}
