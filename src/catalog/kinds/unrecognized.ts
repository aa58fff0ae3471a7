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
        "Unrecognized sign-in event: <actor> <eventName> <signInOutcome><mfaCheckOutcome> <errorMessage> in <account> <errorCode>",
      // Which of them a record of whatever AWS adds has, nobody knows.
      actor: ["identityType", "userName", "identityArn", "principalId", "onBehalfOf", "invokedBy"],
      onlyFormatted: ["errorMessage"],
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
