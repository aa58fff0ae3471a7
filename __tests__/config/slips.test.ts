import { formatPath } from "../../src/stacks";
import { example, problemsOf } from "./faulty-file";

const slack = (text: string) => `${example}\nroutes:\n  - name: a\n    ${text}\n`;

test.each<[string, string, string, RegExp]>([
  [
    "a comma after a region",
    example.replace("region: eu-central-1", "region: eu-central-1,"),
    "hub.region",
    /^write eu-central-1$/,
  ],
  [
    "a blank too few before a key",
    example.replace("    name: payments-dev", "   name: payments-dev"),
    "",
    /^indent this line, or one before it/,
  ],
  [
    "a merge key",
    `${example}\nheartbeat:\n  <<: { hours: 2 }\n`,
    'heartbeat["<<"]',
    /write the keys/,
  ],
  ["all regions by a word", `${example}\nregions: all\n`, "regions", /^leave the key out/],
  [
    "a kind that is true",
    `${example}\nkinds: { role-switch: true }\n`,
    "kinds.role-switch",
    /^did you mean on\?$/,
  ],
  [
    "a kind that is false",
    `${example}\nkinds: { role-switch: false }\n`,
    "kinds.role-switch",
    /^did you mean off\?$/,
  ],
  [
    "a text that is a comment",
    slack("slack:\n      workspaceId: T07EA123LEP\n      channelId: #security"),
    "routes[0].slack.channelId",
    /^# begins a comment: put the text in quotes, "#security"/,
  ],
  [
    "a comment that hides a bracket",
    slack("slack: { workspaceId: T07EA123LEP, channelId: #security }"),
    "",
    /# begins a comment/,
  ],
])("fails for %s, with a fix that says what to do", (_, text, path, fix) => {
  const problems = problemsOf(text).filter((problem) => formatPath(problem.path) === path);
  expect(problems.map((problem) => problem.fix)).toEqual([expect.stringMatching(fix)]);
});
