import { shapeProblems } from "../../src/config/shape-problems";
import { small } from "../terraform/organizations";

const azurerm = { type: "azurerm", storageAccount: "states", container: "alerts" };
const s3 = { type: "s3", bucket: "states", region: "eu-central-1" };
const gcs = { type: "gcs", bucket: "states" };
const http = { type: "http", address: "https://git.example.com/state" };

test.each([
  ["azurerm", azurerm, "accessKey", "ARM_ACCESS_KEY"],
  ["azurerm", azurerm, "sas_token", "ARM_SAS_TOKEN"],
  ["s3", s3, "secret_key", "AWS_SECRET_ACCESS_KEY"],
  ["gcs", gcs, "credentials", "GOOGLE_APPLICATION_CREDENTIALS"],
  ["http", http, "password", "TF_HTTP_PASSWORD"],
])(
  "fails on a secret of %s without repeating it, and names the variable",
  (_, backend, key, variable) => {
    const [problem, ...others] = shapeProblems({
      ...small,
      backend: { ...backend, [key]: "hunter2" },
    });
    expect(others).toEqual([]);
    expect(problem?.fix).toContain(variable);
    expect(problem?.edits).toEqual([{ path: ["backend", key], remove: true }]);
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  },
);

test("fails on any other key that does not exist", () => {
  const [problem] = shapeProblems({ ...small, backend: { ...gcs, prefx: "a" } });
  expect(problem?.problem).toContain("does not exist here");
});
