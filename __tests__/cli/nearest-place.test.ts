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

test("fails for an account that nothing is like, with the names of those there are", () => {
  const accounts = [
    { id: "111111111111", name: "payments" },
    { id: "222222222222", name: "elsewhere" },
  ];
  const check = (account: string) => () => {
    checkPlace({ ...place, account }, [place], "cdktf.out", accounts);
  };
  expect(check("sandbox")).toThrow(/it has payments \(111111111111\)$/);
  expect(check("999999999999")).toThrow(/it has payments \(111111111111\)$/);
  expect(check("payment")).toThrow("did you mean payments?");
});
