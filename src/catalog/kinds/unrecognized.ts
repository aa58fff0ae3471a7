import type { AlertKind } from "../alert-kind";
import { subtract, unite, widest } from "../event-set";
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
    // What AWS has not documented may be caused by an attempt.
    causedBy: "anybody",
    events: widest(subtract(signInRecords, unite(...others.map(({ events }) => events)))),
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline:
        "Unrecognized sign-in event in <account>: <eventName> by <actor> — <signInOutcome><mfaCheckOutcome><errorCode> <errorMessage>",
      actor: ["identityType", "identityArn"],
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
