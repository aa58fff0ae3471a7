import type { AlertKind } from "../alert-kind";
import { directEvents } from "../event-sources";

/** What AWS sends to EventBridge without a record in CloudTrail. */
export const directEventKinds: readonly AlertKind[] = [
  {
    name: "sign-in-anomaly",
    title: "AWS itself found a sign-in anomalous",
    severity: "high",
    onByDefault: true,
    // AWS does not say whether an attempt is enough.
    causedBy: "anybody",
    events: [directEvents("aws.signin", "Sign-in Anomaly Alert")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "AWS reports an anomalous sign-in to <envelopeAccount>",
      // AWS documents no field of the detail.
      lines: ["envelopeAccount", "envelopeRegion", "envelopeTime", "envelopeId"],
    },
    sample: {
      source: "aws.signin",
      "detail-type": "Sign-in Anomaly Alert",
      detail: { accountId: "{account}" },
    },
  },
  {
    name: "region-opt-in",
    title: "A region was enabled or disabled: coverage is about to change",
    severity: "high",
    onByDefault: true,
    causedBy: "signed-in",
    events: [directEvents("aws.account", "Region Opt-In Status Change")],
    readOnly: false,
    recordedIn: "global-region",
    message: {
      headline: "Region <optInRegion> of <optInAccount> is now <optInStatus>",
      lines: ["optInAccount", "optInRegion", "optInStatus", "envelopeTime", "envelopeId"],
    },
    sample: {
      source: "aws.account",
      "detail-type": "Region Opt-In Status Change",
      detail: { accountId: "{account}", regionName: "mx-central-1", status: "ENABLED" },
    },
  },
];
