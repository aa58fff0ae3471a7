import { forwarderTemplate, templateBody } from "../../../modules";
import { catalog } from "../../../src/catalog";
import { templateProblems } from "../../cloudformation/template-problems";
import { asker, HUB, MEMBER } from "../one-stack";
import { regionOfTemplate } from "./account-of-both";
import { sampleProps, variants } from "./sample-props";

const eachRegion = { ...sampleProps, role: "each-region" } as const;

describe.each([...variants, ["with a role in each region", eachRegion] as const])(
  "a template %s",
  (_, props) => {
    const template = forwarderTemplate(props);

    test("follows the rules of CloudFormation", () => {
      expect(templateProblems(template)).toEqual([]);
    });

    test("is the same text for the same configuration", () => {
      expect(templateBody(forwarderTemplate({ ...props }))).toBe(templateBody(template));
    });

    test("has plain letters only, for CloudFormation gives others back as question marks", () => {
      expect(templateBody(template)).toMatch(/^[\x20-\x7E]*$/u);
    });

    test("leaves most of the room that CloudFormation gives", () => {
      expect(Buffer.byteLength(templateBody(template))).toBeLessThan(51_200 / 4);
    });

    test("lets no rule exist before the queue accepts its dead-letter messages", () => {
      for (const resource of Object.values(template.Resources)) {
        if (resource.Type !== "AWS::Events::Rule") continue;
        expect(resource.DependsOn).toEqual(["DeadLettersPolicy"]);
      }
    });
  },
);

test("the order of regions and their repetition do not change a template", () => {
  const regions = [...sampleProps.regions, ...sampleProps.regions].reverse();
  expect(forwarderTemplate({ ...sampleProps, regions })).toEqual(forwarderTemplate(sampleProps));
});

describe("with a role in each region", () => {
  const template = forwarderTemplate(eachRegion);
  const inRegion = (region: string) => regionOfTemplate(template, { account: MEMBER, region });

  test("each region has the role that its rules use", () => {
    for (const region of sampleProps.regions) {
      const { roles, rules } = inRegion(region);
      expect(roles).toMatchObject([{ name: `alerts-forward-${region}` }]);
      const role = `arn:aws:iam::${MEMBER}:role/alerts-forward-${region}`;
      expect(rules).toMatchObject([{ targets: [{ role }] }, { targets: [{ role }] }]);
    }
  });

  test("nothing else differs from the template with one role", () => {
    const place = { account: MEMBER, region: "us-east-1" };
    const once = regionOfTemplate(forwarderTemplate(sampleProps), place);
    const renamed: unknown = JSON.parse(
      JSON.stringify(inRegion(place.region))
        .replaceAll("alerts-forward-us-east-1", "alerts-forward")
        .replaceAll("arn:aws:events:us-east-1:", "arn:aws:events:*:"),
    );
    const trustOfAllRegions: unknown = JSON.parse(
      JSON.stringify(once).replaceAll("arn:aws:events:us-east-1:", "arn:aws:events:*:"),
    );
    expect(renamed).toEqual(trustOfAllRegions);
  });

  test("the role is for the rules of its region", () => {
    const [role] = inRegion("eu-north-1").roles as { trust: unknown }[];
    const ask = asker(
      role?.trust,
      {
        principal: { service: "events.amazonaws.com" },
        action: "sts:AssumeRole",
        resource: `arn:aws:iam::${MEMBER}:role/alerts-forward-eu-north-1`,
        context: {},
      },
      "trust",
    );
    const asRule = (region: string, account: string) =>
      ask({
        context: {
          "aws:SourceArn": `arn:aws:events:${region}:${account}:rule/alerts-forward`,
          "aws:SourceAccount": account,
        },
      });
    expect(asRule("eu-north-1", MEMBER)).toBe("allow");
    expect(asRule("us-east-1", MEMBER)).toBe("implicit-deny");
    expect(asRule("eu-north-1", HUB)).toBe("implicit-deny");
  });
});

describe("fails", () => {
  test("without a region", () => {
    expect(() => forwarderTemplate({ ...sampleProps, regions: [] })).toThrow(
      new RangeError("a stack set needs at least 1 region, got: 0; name the regions to cover"),
    );
  });

  test("for a name that AWS would refuse, with its length and how much to save", () => {
    const namePrefix = "a".repeat(55);
    expect(() => forwarderTemplate({ ...sampleProps, namePrefix })).toThrow(RangeError);
    expect(() => forwarderTemplate({ ...sampleProps, namePrefix })).toThrow(
      /at most 64 characters long, got: 65 .*; use a name prefix that is 1 shorter$/u,
    );
    expect(() => forwarderTemplate({ ...sampleProps, namePrefix: "a".repeat(54) })).not.toThrow();
  });

  test("for a role whose name the region makes too long", () => {
    const namePrefix = "a".repeat(46);
    expect(() => forwarderTemplate({ ...sampleProps, namePrefix })).not.toThrow();
    expect(() => forwarderTemplate({ ...eachRegion, namePrefix })).toThrow(/eu-north-1/u);
  });

  test("for a template that is longer than CloudFormation accepts", () => {
    const hubBusArn = `${sampleProps.hubBusArn}${"x".repeat(20_000)}`;
    expect(() => forwarderTemplate({ ...sampleProps, kinds: catalog, hubBusArn })).toThrow(
      /at most 51200 bytes long, got: \d{5}; choose fewer alert kinds/u,
    );
  });
});
