import { z } from "zod";

/** A text with the words of the reference. */
export const text = (description: string) => z.string().describe(description);
/** A list of texts. */
export const texts = (description: string) => z.array(z.string()).describe(description);
/** The id of an account. A pattern guides editors; the check itself gives a better message. */
export const accountId = (description: string) =>
  text(description).meta({ pattern: "^[0-9]{12}$" });
