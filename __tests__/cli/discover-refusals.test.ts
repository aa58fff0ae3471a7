import { writeFileSync } from "node:fs";
import { jsonError, xmlError } from "../live/stand-in";
import { discoverFolder, failing, same, text } from "./discover-folder";

const { file, environment, discover, read, files } = discoverFolder();
const joined = {
  ...same,
  accounts: { ...same.accounts, "777777777777": { name: "payments dev" } },
};

test.each([
  [
    "another organization",
    { ...same, id: "o-zzzzzzzzzz" },
    /belongs to the organization o-a1b2c3d4e5, the AWS credentials to o-zzzzzzzzzz: name a profile/,
  ],
  [
    "an account of no organization",
    failing("DescribeOrganization", jsonError("AWSOrganizationsNotInUseException")),
    /in no organization; use credentials of the management account/,
  ],
  [
    "a member account",
    failing("ListAccounts", jsonError("AccessDeniedException", "You don't have permissions")),
    /the list of accounts is not known: access denied: organizations:ListAccounts is needed; use/,
  ],
  [
    "an empty list, as AWS never answers",
    { ...same, accounts: {} },
    /AWS answered without the management account/,
  ],
  [
    "an answer without its result",
    failing("ListAccounts", { body: "{}" }),
    /the answer lacks its result/,
  ],
  [
    "throttling that does not end",
    failing("ListAccounts", jsonError("TooManyRequestsException", "", 400)),
    /throttled, also after several attempts/,
  ],
  [
    "expired credentials",
    failing("GetCallerIdentity", xmlError("ExpiredToken", "expired")),
    /expired \(ExpiredToken\); sign in \(aws sso login\), name a profile/,
  ],
])("fails for %s with one line, and writes nothing", async (_, organization, message) => {
  const { code, out, err } = await discover(organization, "--write");
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(read()).toBe(text);
});

test("fails for a file that changes meanwhile, and leaves it as it is", async () => {
  const { code, err } = await discover(
    {
      ...joined,
      instead: (name) => {
        if (name === "ListAccounts") writeFileSync(file, `${text}# by hand\n`);
        return undefined;
      },
    },
    "--write",
  );
  expect(code).toBe(2);
  expect(err).toContain("was changed while AWS was read, and nothing was written");
  expect(read()).toBe(`${text}# by hand\n`);
  expect(files()).toEqual(["signin-alerts.yaml"]);
});

test("fails for a profile that does not exist with one line", async () => {
  // With keys beside the profile the SDK would warn.
  delete process.env["AWS_ACCESS_KEY_ID"];
  delete process.env["AWS_SECRET_ACCESS_KEY"];
  process.env["AWS_PROFILE"] = "nobody";
  try {
    const { code, err } = await discover(same);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^signin-alerts: AWS does not say who the credentials are of: .*AWS_PROFILE/,
    );
    expect(err.trim().split("\n")).toHaveLength(1);
  } finally {
    delete process.env["AWS_PROFILE"];
    Object.assign(process.env, environment());
  }
});
