import { always, mail, routes, set, type CrossFieldFaults } from "./edits";

/** Phones where AWS sends no text messages. */
export const phoneFaults: CrossFieldFaults = {
  checkOfferedPhones: [
    always(set("hub.region", "cn-north-1"), ...routes({ recipients: [...mail, "+491701234567"] })),
    always(set("hub.region", "cn-north-1"), set("operations", { recipients: ["+491701234567"] })),
  ],
};
