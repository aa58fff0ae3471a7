import { expectProblem, problemsOf, withProblem, type ExpectedProblem } from "./faulty-file";

const everybody = "recipients:\n  - security@example.com";
const uuid = "11111111-2222-3333-4444-555555555555";
const routed = (channel: string): string =>
  `operations: { recipients: [ops@example.com] }\nroutes:\n  - name: chat\n    ${channel}`;
const slack = (workspace: string, channel: string): string =>
  routed(`slack: { workspaceId: ${workspace}, channelId: ${channel} }`);
const teams = (channel: string): string =>
  routed(`teams: { tenantId: ${uuid}, teamId: ${uuid}, channelId: "${channel}" }`);
const notifying = (contact: string): string => `userNotifications:\n  emails:\n    - ${contact}`;

const problems: readonly ExpectedProblem[] = [
  {
    name: "a workspace's name",
    replace: everybody,
    write: slack("acme", "C07EZ1ABC23"),
    path: "routes[0].slack.workspaceId",
    at: "acme",
    says: /not a valid id/,
    fix: /copy it/,
  },
  {
    name: "an id of a channel that is cut off",
    replace: everybody,
    write: slack("T07EA123LEP", "C07EZ"),
    path: "routes[0].slack.channelId",
    at: "C07EZ",
    says: /not a valid id/,
    fix: /copy it/,
  },
  {
    name: "a channel of Teams that is not as in its link",
    replace: everybody,
    write: teams("19:abcdefgh@thread.tacv2"),
    path: "routes[0].teams.channelId",
    at: '"19:abcdefgh',
    says: /not a valid id/,
    fix: /from the link/,
  },
  {
    name: "a web address as the contact of user notifications",
    write: notifying("{ name: hook, address: https://example.com/x }"),
    path: "userNotifications.emails[0].address",
    at: "https://example.com/x",
    says: /do not accept this address/,
    fix: /mailbox/,
  },
  {
    name: "a web address with an @ as the contact of user notifications",
    write: notifying("{ name: hook, address: https://example.com/x@y.example }"),
    path: "userNotifications.emails[0].address",
    at: "https://example.com/x",
    says: /do not accept this address/,
    fix: /mailbox/,
  },
  {
    name: "an address that is too short for user notifications",
    write: notifying("{ name: soc, address: a@b.c }"),
    path: "userNotifications.emails[0].address",
    at: "a@b.c",
    says: /do not accept this address/,
    fix: /mailbox/,
  },
  {
    name: "no address as the contact of user notifications",
    write: notifying("{ name: soc, address: nobody }"),
    path: "userNotifications.emails[0].address",
    at: "nobody",
    says: /not a valid e-mail address/,
    fix: /correct/,
  },
];

test.each(problems)("fails at its place for $name", (problem) => {
  expectProblem(problem);
});

test.each([
  ["Slack", slack("T07EA123LEP", "C07EZ1ABC23")],
  ["Teams", teams("19%3aabcdefgh%40thread.tacv2")],
])("a channel of %s may be notified", (_, write) => {
  expect(problemsOf(withProblem({ replace: everybody, write }))).toEqual([]);
});

test("user notifications may notify a mailbox", () => {
  const write = notifying("{ name: soc, address: soc@example.com }");
  expect(problemsOf(withProblem({ write }))).toEqual([]);
});

test("a list without routes is one problem, and not one more of alarms that nobody hears", () => {
  const problems = problemsOf(withProblem({ replace: everybody, write: "routes: []" }));
  expect(problems.map(({ path }) => path)).toEqual([["routes"]]);
});
