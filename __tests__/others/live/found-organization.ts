import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  EnableAWSServiceAccessCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";

/**
 * Founds the organization on moto's server, with both types of policies that limit accounts in use.
 * @param accounts - the first is the management account; the server gives the others these ids
 */
export async function foundOrganization(accounts: readonly string[]): Promise<void> {
  const client = new OrganizationsClient({ region: "us-east-1" });
  await client.send(new CreateOrganizationCommand({ FeatureSet: "ALL" }));
  await client.send(
    new EnableAWSServiceAccessCommand({ ServicePrincipal: "cloudtrail.amazonaws.com" }),
  );
  const { Roots: [root] = [] } = await client.send(new ListRootsCommand({}));
  for (const PolicyType of ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const) {
    await client.send(new EnablePolicyTypeCommand({ RootId: root?.Id, PolicyType }));
  }
  for (const id of accounts.slice(1)) {
    await client.send(new CreateAccountCommand({ AccountName: id, Email: `${id}@example.com` }));
  }
}
