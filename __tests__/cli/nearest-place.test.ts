import { kindNamed } from "../../src/cli/kind-input";
import { checkPlace } from "../../src/cli/known-place";

const place = { account: "111111111111", region: "ca-central-1" };

test("fails for the beginning of a kind's name, with the kind", () => {
  expect(() => kindNamed("root")).toThrow("did you mean root-sign-in?");
});

test("fails for a region that exists elsewhere, without another one in its place", () => {
  const check = (region: string) => () => {
    checkPlace({ ...place, region }, [place], "cdktf.out");
  };
  expect(check("me-central-1")).toThrow(
    /me-central-1 is not covered in account 111111111111 .*; it has ca-central-1$/,
  );
  expect(check("ca-central-2")).toThrow("did you mean ca-central-1?");
});
