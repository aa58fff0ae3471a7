import { forwarderTemplate } from "../../../modules";
import { MEMBER } from "../one-stack";
import { regionOfTemplate, regionOfTerraform, terraformOf } from "./account-of-both";
import { variants } from "./sample-props";

describe.each(variants)("a template %s", (_, props) => {
  const template = forwarderTemplate(props);
  const contents = terraformOf(MEMBER, props);
  const home = props.regions.includes("us-east-1") ? "us-east-1" : "ap-southeast-2";

  test.each(props.regions)(
    "creates in %s the rules and queues that Terraform creates",
    (region) => {
      const place = { account: MEMBER, region };
      const made = regionOfTemplate(template, place);
      const { queues, rules } = regionOfTerraform(contents, place);
      expect(made.queues).toEqual(queues);
      expect(made.rules).toEqual(rules);
      expect(rules).toHaveLength(props.heartbeatHours === undefined ? 1 : 2);
    },
  );

  test("creates in the home region alone the role that Terraform creates", () => {
    const { roles } = regionOfTerraform(contents, { account: MEMBER, region: home });
    for (const region of props.regions) {
      const made = regionOfTemplate(template, { account: MEMBER, region });
      expect(made.roles).toEqual(region === home ? roles : []);
    }
  });
});

test("a template in another partition creates what Terraform creates there", () => {
  const [[, props]] = variants as [(typeof variants)[0]];
  const partition = "aws-us-gov";
  const regions = ["us-gov-east-1", "us-gov-west-1"];
  const govCloud = { ...props, partition, regions } as const;
  for (const region of regions) {
    const place = { partition, account: MEMBER, region } as const;
    const made = regionOfTemplate(forwarderTemplate(govCloud), place);
    const terraform = regionOfTerraform(terraformOf(MEMBER, govCloud), place);
    expect(made).toEqual(region === "us-gov-west-1" ? terraform : { ...terraform, roles: [] });
  }
});
