import { drillTrust, forwarderTemplate } from "../../../modules";
import { DeployedStack } from "../../cloudformation/deployed-stack";
import { HUB, MEMBER, ORGANIZATION } from "../one-stack";
import { sampleProps } from "./sample-props";

const drill = {
  organizationId: ORGANIZATION,
  trustedPrincipals: [`arn:aws:iam::${HUB}:role/ci/SignInAlertsDrill`],
};
const drills = (region: string, props: Partial<typeof sampleProps>) =>
  new DeployedStack(forwarderTemplate({ ...sampleProps, ...props }), { account: MEMBER, region })
    .ofType("AWS::IAM::Role")
    .filter(({ properties }) => properties["RoleName"] === "alerts-drill");

test.each(["home-region", "each-region"] as const)(
  "with forwarding roles of %s an account has one role of drills, without a policy",
  (role) => {
    const createdRoles = { path: "/security/", permissionsBoundary: "teams/Boundary" };
    const [created, ...others] = sampleProps.regions.flatMap((region) =>
      drills(region, { role, drill, createdRoles }),
    );
    expect(others).toEqual([]);
    expect(created?.properties).toMatchObject({
      Path: "/security/",
      PermissionsBoundary: `arn:aws:iam::${MEMBER}:policy/teams/Boundary`,
      AssumeRolePolicyDocument: { Statement: [drillTrust(drill)] },
    });
    expect(created?.properties).not.toHaveProperty("Policies");
  },
);

test("without it no account has such a role, and no condition stands for it", () => {
  expect(sampleProps.regions.flatMap((region) => drills(region, {}))).toEqual([]);
  expect(forwarderTemplate({ ...sampleProps, role: "each-region" })).not.toHaveProperty(
    "Conditions",
  );
});
