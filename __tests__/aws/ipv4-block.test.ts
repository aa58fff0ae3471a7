import fc from "fast-check";
import { addressesBeyond, addressesBut, addressPrefixes } from "../../src/aws/ipv4-block";

test.each([
  ["203.0.113.0/24", ["203.0.113."]],
  ["203.0.112.0/23", ["203.0.112.", "203.0.113."]],
  ["10.0.0.0/8", ["10."]],
  ["192.0.2.4/30", ["192.0.2.4", "192.0.2.5", "192.0.2.6", "192.0.2.7"]],
  ["192.0.2.4/32", ["192.0.2.4"]],
  ["192.0.2.4/24", undefined],
  ["192.0.2.0/7", undefined],
  ["192.0.2.300/32", undefined],
  ["2001:db8::/32", undefined],
  ["192.0.2.0", undefined],
  ["010.0.0.0/8", undefined],
  ["10.0.0.0/08", undefined],
])("the addresses of %s begin with %j", (cidr, prefixes) => {
  expect(addressPrefixes(cidr)).toEqual(prefixes);
});

const part = fc.nat({ max: 255 });
const address = fc.tuple(part, part, part, part).map((parts) => parts.join("."));

test("what is left of a block is every address of it that is not taken", () => {
  fc.assert(
    fc.property(part, part, part, (second, third, last) => {
      const left = addressesBut("10.", `10.${second}.${third}.`) ?? [];
      const isLeft = (text: string) =>
        left.some((each) => (each.endsWith(".") ? text.startsWith(each) : text === each));
      expect(isLeft(`10.${second}.${third}.${last}`)).toBe(false);
      expect(isLeft(`10.${second}.${(third + 1) % 256}.${last}`)).toBe(true);
    }),
  );
});

test("addresses that only begin like one that is left out are not left out", () => {
  fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 3 }), address, (taken, other) => {
      const near = [other, ...taken, ...taken.flatMap((each) => [`${each}0`, `${each}11`])].filter(
        (each) => /\.(0|[1-9]\d*)$/.test(each) && Number(each.split(".")[3]) < 256,
      );
      const beyond = addressesBeyond(taken) ?? [];
      for (const each of near) {
        const isBeyond = beyond.some((text) =>
          typeof text === "string" ? text === each : each.startsWith(text.prefix),
        );
        const isMatched = isBeyond || !taken.some((text) => each.startsWith(text));
        expect(isMatched).toBe(!taken.includes(each));
      }
    }),
  );
});
