import { stringify } from "yaml";
import { formatPath } from "../../src/config";
import { small } from "../terraform/organizations";
import { problemsOf } from "./faulty-file";

/** What is said of the small organization with other keys. */
function said(more: object): readonly string[] {
  return problemsOf(stringify({ ...small, ...more })).map(
    ({ path, problem }) => `${formatPath(path)}: ${problem}`,
  );
}

const s3 = (more: object): object => ({
  backend: { type: "s3", bucket: "states", region: "us-east-1", ...more },
});
const cloud = (hostname: string): object => ({
  backend: { type: "cloud", organization: "example", hostname },
});
const ignoring = (principalArn: string): object => ({
  ignore: [{ principalArn, until: "2999-01-01", reason: "a robot" }],
});

const key = "12345678-1234-4234-8234-123456789012";
const keys = "arn:aws:kms:us-east-1:111111111111:";
const form = "this does not have the required form";
const robot = "arn:aws:sts::111111111111:assumed-role/Robot/";

// What Terraform refuses where it is initialized, or what means nothing to AWS.
test.each<[string, object, string]>([
  ...["-", "--help", "a-.example.com", "a..example.com", "a".repeat(64)].map(
    (name): [string, object, string] => [
      `the host ${name}`,
      cloud(name),
      `backend.hostname: ${form}`,
    ],
  ),
  ...[
    "/",
    "yes",
    "012345678901",
    `key/${key}`,
    key.toUpperCase().replace("12345678", "ABCDEF12"),
    "11111111-1111-1111-1111-111111111111",
    "alias/",
    "alias/a.b",
    `${keys}yes`,
    "mrk-1",
  ].map((id): [string, object, string] => [
    `the key ${id}`,
    s3({ kmsKeyId: id }),
    `backend.kmsKeyId: ${form}`,
  ]),
  ...["..", "a/../b", "./a", "a/.", "a".repeat(801)].map((folder): [string, object, string] => [
    `the folder ${folder.slice(0, 9)}`,
    s3({ keyPrefix: folder }),
    `backend.keyPrefix: ${form}`,
  ]),
  [
    "a version of very many digits",
    { providerVersion: `>= ${"1".repeat(40)}` },
    "providerVersion: Terraform does not accept this version constraint",
  ],
  ...[`${robot}* `, `${robot}*\n`, `${robot}*\u200B`, `${robot}a b`].map(
    (arn): [string, object, string] => [
      `the principal ${JSON.stringify(arn)}`,
      ignoring(arn),
      "ignore[0].principalArn: this is not a valid ARN of a user or of a role's session, or it means everybody",
    ],
  ),
  [
    "a region of another partition that is left",
    { accounts: small.accounts.map((each) => ({ ...each, retiredRegions: ["us-gov-west-1"] })) },
    "accounts[0].retiredRegions[0]: this region is in the partition aws-us-gov, the hub is in aws",
  ],
])("fails on %s", (_, more, problem) => {
  expect(said(more)).toContain(problem);
});

test.each<[string, object]>([
  ...["app.terraform.io", "tfe.example.com:8443", "localhost", "a-b.example"].map(
    (name): [string, object] => [`the host ${name}`, cloud(name)],
  ),
  ...[key, "alias/states", "alias/a/b_c-d", `${keys}key/${key}`, `${keys}alias/states`].map(
    (id): [string, object] => [`the key ${id}`, s3({ kmsKeyId: id })],
  ),
  ...["a", "a/.b/c.d", "...", "a/..b"].map((folder): [string, object] => [
    `the folder ${folder}`,
    s3({ keyPrefix: folder }),
  ]),
])("nothing is wrong with %s", (_, more) => {
  expect(said(more)).toEqual([]);
});

test("the sessions of a role are a principal", () => {
  const problems = said(ignoring(`${robot}*`));
  expect(problems.filter((each) => each.includes("principalArn"))).toEqual([]);
});

test("what is said of a very long name does not repeat it", () => {
  const [problem] = problemsOf(
    stringify({ ...small, watch: [{ name: "x", principals: ["a".repeat(10_000)] }] }),
  );
  expect(problem?.fix).toBe("write user/NAME or role/NAME");
});
