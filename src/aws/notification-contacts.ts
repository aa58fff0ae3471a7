/** How long AWS gathers events into one mail: not at all, 5 minutes, or 12 hours. */
export type NotificationAggregation = "NONE" | "SHORT" | "LONG";

/** Someone who is notified, once they have confirmed the address. */
export interface EmailContact {
  /** 1 to 64 letters, digits, `-`, `_`, `.` and `~`. */
  readonly name: string;
  /** 6 to 254 characters. */
  readonly address: string;
}

/** What AWS accepts of a contact, and that in words. */
export const contactForms = {
  name: {
    form: /^[\w.~-]{1,64}$/u,
    allowed: "1 to 64 letters, digits, '-', '_', '.' and '~'",
  },
  address: {
    form: /^(?=.{6,254}$)[^@\s]+@[^@\s]+\.[^@\s.]+$/u,
    allowed: "an e-mail address of 6 to 254 characters",
  },
} as const;
