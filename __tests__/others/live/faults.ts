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

/** What may become of a call. */
export const faults: Readonly<Record<string, (request: AwsRequest) => ProxyAnswer | "late">> = {
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
  late: () => "late",
};
