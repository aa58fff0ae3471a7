import type { AlertKind } from "../alert-kind";
import { is } from "../event-set";
import { consoleEvent, consoleSample } from "../event-sources";
import { recordLines } from "../fields";
import { identities } from "../sample-event";

/** What the root user does, or somebody does in its place. */
export const rootKinds: readonly AlertKind[] = [
  {
    name: "root-sign-in",
    title: "Root user signed in, or tried to",
    severity: "critical",
    onByDefault: true,
    events: [{ ...consoleEvent("ConsoleLogin"), "detail.userIdentity.type": is("Root") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in to <account> — <signInOutcome>, MFA used: <mfaUsed>",
      lines: ["signInOutcome", "mfaUsed", ...recordLines],
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" },
    }),
  },
];
