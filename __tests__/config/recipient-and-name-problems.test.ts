import { expectProblem, withProblem, type ExpectedProblem, problemsOf } from "./faulty-file";

const everybody = "recipients:\n  - security@example.com";
const route = (name: string, more = ""): string =>
  `  - name: ${name}\n    recipients: [a@example.com]\n${more}`;

const problems: readonly ExpectedProblem[] = [
  {
    name: "a bad e-mail address",
    replace: "security@example.com",
    write: "security@@example",
    path: "recipients[0]",
    at: "security@@example",
    says: /not a valid e-mail address/,
    fix: /correct/,
  },
  {
    name: "an address that Terraform would take for an expression",
    replace: "security@example.com",
    write: '"${path.cwd}@example.com"',
    path: "recipients[0]",
    at: '"${path',
    says: /not a valid e-mail address/,
    fix: /correct/,
  },
  {
    name: "a webhook that never confirms a subscription",
    replace: "security@example.com",
    write: "https://hooks.slack.com/services/T0/B0/x",
    path: "recipients[0]",
    at: "https://hooks",
    says: /Slack accepts posts at this address but never confirms/,
    fix: /key slack of a route/,
  },
  {
    name: "an address in other capitals",
    replace: everybody,
    write: `${everybody}\n  - Security@example.com`,
    path: "recipients[1]",
    at: "Security@",
    says: /named twice/,
    fix: /remove one/,
  },
  {
    name: "no recipients",
    replace: everybody,
    write: "recipients: []",
    path: "recipients",
    at: "[]",
    says: /no recipient would be notified/,
    fix: /add the address/,
  },
  {
    name: "recipients left out",
    replace: everybody,
    write: "",
    path: "recipients",
    at: "organization:",
    says: /no recipient would be notified/,
    fix: /add the address/,
  },
  {
    name: "a route without recipients",
    replace: everybody,
    write: "routes:\n  - name: all\n    recipients: []",
    path: "routes[0].recipients",
    at: "[]",
    says: /no recipient would be notified/,
    fix: /add the address/,
  },
  {
    name: "recipients besides routes",
    write: `routes:\n${route("all")}`,
    path: "routes",
    at: "routes:",
    says: /both given/,
    fix: /route of their own/,
  },
  {
    name: "two routes with one name",
    replace: everybody,
    write: `routes:\n${route("one")}${route("one ")}`,
    path: "routes[1].name",
    at: "one \n",
    says: /routes\[0\] has the same name/,
    fix: /rename one of the two/,
  },
  {
    name: "routes whose rules would have one name",
    replace: everybody,
    write: `routes:\n${route("a")}${route("without-mfa-a")}`,
    path: "routes[1].name",
    at: "without-mfa-a",
    says: /name of one of routes\[0\]/,
    fix: /rename/,
  },
  {
    name: "an alert kind that there is not, with the nearest",
    replace: everybody,
    write: `routes:\n${route("all", "    kinds: [root-signin]\n")}`,
    path: "routes[0].kinds[0]",
    at: "root-signin]",
    says: /this alert kind does not exist/,
    fix: /did you mean root-sign-in\?/,
  },
  {
    name: "a route whose rules would pass 64 characters",
    replace: everybody,
    write: `routes:\n${route("a-name-as-long-as-this-one")}`,
    path: "routes[0].name",
    at: "a-name",
    says: /rule name would have 69 characters/,
    fix: /shorten the name of the route by 5/,
  },
  {
    name: "a prefix whose bucket would pass 63 characters",
    write: `namePrefix: ${"p".repeat(40)}`,
    path: "namePrefix",
    at: "ppp",
    says: /bucket name would have 72 characters/,
    fix: /shorten the prefix by 9/,
  },
  {
    name: "a prefix that is the default event bus",
    write: "namePrefix: default",
    path: "namePrefix",
    at: "default\n",
    says: /keeps this name/,
    fix: /short word/,
  },
  {
    name: "a stack prefix that would pass 90 characters",
    write: `stackPrefix: ${"s".repeat(300)}`,
    path: "stackPrefix",
    at: "sss",
    says: /workspace name would have 321/,
    fix: /by 231/,
  },
  {
    name: "a bucket name that S3 refuses",
    replace: "retentionDays: 365",
    write: "bucketName: 192.168.0.1",
    path: "trail.bucketName",
    at: "192.168",
    says: /S3 does not accept/,
    fix: /choose another/,
  },
  {
    name: "an empty part of the backend",
    write: 'backend: { type: cloud, organization: "" }',
    path: "backend.organization",
    at: '""',
    says: /empty/,
    fix: /type: local/,
  },
];

test.each(problems)("fails at its place for $name", (problem) => {
  expectProblem(problem);
});

test("a route may notify some recipients of some kinds", () => {
  const write = `routes:\n${route("root", "    kinds: [root-sign-in]\n")}${route("others")}`;
  expect(problemsOf(withProblem({ replace: everybody, write }))).toEqual([]);
});
