import { describeCells } from "../../../src/coverage/report/described-cells";

const unit = "ou-ab12-c3d4e5f6";
const accounts = [{ id: "111111111111", name: "management" }, { id: unit }];
const cells = accounts.map(({ id }) => ({
  account: id,
  region: "us-east-1",
  kind: "root-sign-in",
  covered: false,
}));

test("a unit that stands for its accounts is not counted as an account", () => {
  expect(describeCells(accounts, cells, { kinds: 3, places: 3 })).toBe(
    `root-sign-in in 1 account and 1 organizational unit (management (111111111111), ${unit}), us-east-1`,
  );
});
