import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfiguration } from "../../src/plan";
import { example } from "../config/faulty-file";

const before = process.env["SIGNIN_ALERTS_CONFIG"];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (before === undefined) delete process.env["SIGNIN_ALERTS_CONFIG"];
  else process.env["SIGNIN_ALERTS_CONFIG"] = before;
});

test("the configuration that SIGNIN_ALERTS_CONFIG names is read where none is given", () => {
  const named = join(folder, "mine.yaml");
  writeFileSync(named, example.replace("namePrefix:", "#").concat("namePrefix: from-mine\n"));
  process.env["SIGNIN_ALERTS_CONFIG"] = named;
  expect(loadConfiguration().namePrefix).toBe("from-mine");
});

test("signin-alerts.yaml is read where nothing is named", () => {
  process.env["SIGNIN_ALERTS_CONFIG"] = "";
  expect(loadConfiguration()).toEqual(loadConfiguration("signin-alerts.yaml"));
});
