import type { AwsRequest, ProxyAnswer } from "./proxy";

/** Services whose errors are XML. @see the error pages of their API references */
const xml = new Set(["sns", "iam", "sts", "monitoring"]);

function errorOf({ service }: AwsRequest, code: string, message: string): ProxyAnswer {
  if (service === "s3") {
    return {
      status: 403,
      type: "application/xml",
      body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
    };
  }
  if (xml.has(service)) {
    return {
      status: 403,
      type: "text/xml",
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
    };
  }
  return { status: 400, body: JSON.stringify({ __type: `${code}Exception`, message }) };
}

type Fault = (
  request: AwsRequest,
  said: () => Promise<ProxyAnswer>,
) => Promise<ProxyAnswer> | ProxyAnswer | "late";

/** The same JSON with other values: lists of nothing, and numbers in the place of texts. */
function otherShape(value: unknown): unknown {
  if (Array.isArray(value)) return [null, "x", ...value.map(otherShape)];
  if (typeof value === "string") return 7;
  if (typeof value !== "object" || value === null) return "x";
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, otherShape(each)]));
}

/** What may become of a call. */
export const faults: Readonly<Record<string, Fault>> = {
  denied: (request) =>
    errorOf(request, "AccessDenied", `not authorized to perform: ${request.service}:x`),
  throttled: (request) => errorOf(request, "Throttling", "Rate exceeded"),
  "wrong, a page of HTML": () => ({
    body: "<!doctype html><title>Hello</title>",
    type: "text/html",
  }),
  empty: ({ service }) =>
    service === "s3" || xml.has(service)
      ? { body: "<Response></Response>", type: "text/xml" }
      : { body: "{}" },
  "cut off": async (_, said) => {
    const answer = await said();
    return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
  },
  "of another shape": async (_, said) => {
    const answer = await said();
    if (!answer.body.startsWith("{")) {
      return { ...answer, body: answer.body.replaceAll(/>([^<>\s]+)</g, "><x>1</x><") };
    }
    return { ...answer, body: JSON.stringify(otherShape(JSON.parse(answer.body))) };
  },
  late: () => "late",
};
