import fc from "fast-check";
import { shownEndpoint, shownRecipient, withoutAddresses } from "../../src/aws/shown-endpoint";
import { runs } from "../property-runs";

test("an address is shown as its host and the beginning of its digest", () => {
  const url = "https://events.pagerduty.com/integration/c0ffee/enqueue";
  expect(shownRecipient("https", url)).toBe("https:events.pagerduty.com#cbeaedaf");
  expect(shownEndpoint("HTTP://user:secret@pager.example.com:8443?key=1")).toMatch(
    /^pager\.example\.com:8443#[0-9a-f]{8}$/,
  );
});

test("nothing of what follows the host is shown, nor of what stands before it", () => {
  const secret = fc.stringMatching(/^[0-9A-Za-z]{12,40}$/);
  const forms = fc.constantFrom(
    (key: string) => `https://pager.example.com/${key}`,
    (key: string) => `https://pager.example.com?key=${key}`,
    (key: string) => `https://${key}@pager.example.com/in`,
    (key: string) => `https://${key}:${key}@pager.example.com`,
    (key: string) => `http://pager.example.com#${key}`,
  );
  fc.assert(
    fc.property(secret, forms, (key, form) => {
      expect(shownEndpoint(form(key))).not.toContain(key);
      expect(withoutAddresses(`it is "${form(key)}", and ${form(key)}.`)).not.toContain(key);
    }),
    runs(100),
  );
});

test("other recipients, and addresses of a whole host, are shown as they are", () => {
  for (const text of ["a@example.com", "+491701234567", "arn:aws:sqs:eu-central-1:1:q"]) {
    expect(shownEndpoint(text)).toBe(text);
    expect(withoutAddresses(text)).toBe(text);
  }
  expect(withoutAddresses("write https://example.com")).toBe("write https://example.com");
  const discovery = "https://registry.example.com/.well-known/terraform.json";
  expect(withoutAddresses(`cannot read "${discovery}": no such host`)).toContain(discovery);
});
