import { federationEndpoint, signInByFederation } from "../../../src/live/drill/federation";
import { SessionCookies } from "../../../src/live/drill/session-cookies";
import { FederationServer } from "../federation-server";

const credentials = { accessKeyId: "ASIA1", secretAccessKey: "s", sessionToken: "t" };
const place = { partition: "aws", region: "eu-west-1" } as const;
const { signal } = new AbortController();
let server: FederationServer;

beforeEach(async () => {
  server = await FederationServer.start();
});
afterEach(() => server.stop());

function signIn(): Promise<void> {
  return signInByFederation(place, credentials, { endpoint: server.endpoint, signal });
}

test("a token is asked for, the login follows, and its cookies go on with it", async () => {
  await signIn();
  expect(server.asked).toEqual([
    "GET /eu-west-1/federation getSigninToken",
    "GET /eu-west-1/federation login",
    "GET /console",
  ]);
  expect(server.cookies).toEqual([undefined, undefined, "session=1"]);
});

test.each([["http://example.com/"], ["https://console.aws.amazon.com/"], ["http://"]])(
  "the session is not taken to %s from another scheme or domain",
  async (next) => {
    server.next = next;
    await signIn();
    expect(server.asked).toHaveLength(2);
  },
);

test("a browser that is sent in a circle stops", async () => {
  server.instead = (action) => (action === "" ? { status: 302 } : undefined);
  server.next = "/eu-west-1/federation?Action=login&SigninToken=token-of-ASIA1&Destination=x";
  server.onSignIn = () => {
    server.next = `${server.next}&again`;
  };
  await signIn();
  expect(server.asked).toHaveLength(12);
});

test("an interruption ends it", async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(
    signInByFederation(place, credentials, {
      endpoint: server.endpoint,
      signal: controller.signal,
    }),
  ).rejects.toThrow(/^interrupted$/);
});

test.each([
  ["aws", "us-east-1", "https://signin.aws.amazon.com/federation"],
  ["aws", "ap-southeast-3", "https://ap-southeast-3.signin.aws.amazon.com/federation"],
  ["aws-us-gov", "us-gov-west-1", "https://signin.amazonaws-us-gov.com/federation"],
  ["aws-us-gov", "us-gov-east-1", "https://us-gov-east-1.signin.amazonaws-us-gov.com/federation"],
  ["aws-cn", "cn-northwest-1", "https://signin.amazonaws.cn/federation"],
] as const)("the endpoint of %s, %s", (partition, region, endpoint) => {
  expect(federationEndpoint({ partition, region })).toBe(endpoint);
});

test("a cookie goes back to whom it is of, and to nobody else", () => {
  const cookies = new SessionCookies();
  const headers = new Headers();
  headers.append("set-cookie", "own=1; Path=/");
  headers.append("set-cookie", "shared=2; Domain=.aws.amazon.com; Secure");
  headers.append("set-cookie", "foreign=3; Domain=example.com");
  cookies.keep("signin.aws.amazon.com", headers);
  expect(cookies.headerFor("signin.aws.amazon.com")).toEqual({ cookie: "own=1; shared=2" });
  expect(cookies.headerFor("console.aws.amazon.com")).toEqual({ cookie: "shared=2" });
  expect(cookies.headerFor("example.com")).toEqual({});
  expect(cookies.headerFor("xaws.amazon.com")).toEqual({});
});
