/** What AWS takes of a contact, and that in words. */
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
