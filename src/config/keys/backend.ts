import { externalId, profileName, sessionName } from "../forms/access";
import {
  assumedRole,
  azureId,
  googleBucket,
  googleKey,
  hostName,
  kmsKey,
  resourceGroup,
  serviceAccount,
  stateAddress,
  stateFolder,
  storageAccount,
  storageContainer,
  terraformOrganization,
  terraformProject,
  workspacePrefix,
} from "../forms/backend";
import { bucketName } from "../forms/names";
import { anyRegion } from "../forms/regions";
import { choice, flag, group, text, variants } from "./key";

const required = { required: true } as const;

const keyPrefix = text("Folder of the state files.", {
  form: stateFolder,
  otherwise: "the name prefix",
});

const s3 = group(
  "State in an S3 bucket, locked by a file beside it.",
  {
    bucket: text("Bucket of the state.", { ...required, form: bucketName }),
    region: text("Region of that bucket.", { ...required, form: anyRegion }),
    keyPrefix,
    kmsKeyId: text("Key in KMS that encrypts the state files.", {
      form: kmsKey,
      otherwise: "the bucket's default encryption",
    }),
    profile: text(
      "Profile that Terraform reads and writes states with: the backend knows nothing of the providers' profiles.",
      { form: profileName, otherwise: "the credentials that Terraform is started with" },
    ),
    assumeRole: group(
      "Role that Terraform reads and writes states with.",
      {
        roleArn: text("ARN of the role.", { ...required, form: assumedRole }),
        externalId: text("External id that its trust policy asks for. Not a secret.", {
          form: externalId,
          otherwise: "none is sent",
        }),
        sessionName: text("Name of the session.", {
          form: sessionName,
          otherwise: "Terraform makes one up for each run",
        }),
      },
      { otherwise: "no role is assumed" },
    ),
  },
  {
    secrets: {
      accessKey: "AWS_ACCESS_KEY_ID",
      secretKey: "AWS_SECRET_ACCESS_KEY",
      token: "AWS_SESSION_TOKEN",
      sseCustomerKey: "AWS_SSE_CUSTOMER_KEY",
    },
  },
);

const cloud = group(
  "HCP Terraform or Terraform Enterprise: one workspace per stack, of the stack's name.",
  {
    organization: text("Organization in HCP Terraform.", {
      ...required,
      form: terraformOrganization,
    }),
    hostname: text("Host name of Terraform Enterprise.", {
      form: hostName,
      otherwise: "app.terraform.io",
    }),
    project: text("Project that new workspaces are in.", {
      form: terraformProject,
      otherwise: "the organization's default project",
    }),
    workspacePrefix: text("Stands before the stack's name in that of the workspace.", {
      form: workspacePrefix,
      otherwise: "nothing does",
    }),
  },
  { secrets: { token: "TF_TOKEN_app_terraform_io" } },
);

const azurerm = group(
  "State in a container of Azure Blob Storage, locked by a lease. Credentials come from the environment.",
  {
    storageAccount: text("Storage account.", { ...required, form: storageAccount }),
    container: text("Container in the storage account.", { ...required, form: storageContainer }),
    keyPrefix,
    azureAd: flag(
      "Whether states are read with the rights of the principal itself, through Microsoft Entra ID, rather than with the account's access key.",
      { default: true },
    ),
    resourceGroup: text(
      "Resource group of the storage account, by which Terraform looks its key up.",
      { form: resourceGroup, otherwise: "not needed with `azureAd`" },
    ),
    subscriptionId: text("Subscription of the storage account.", {
      form: azureId,
      otherwise: "ARM_SUBSCRIPTION_ID",
    }),
    tenantId: text("Tenant of the principal.", { form: azureId, otherwise: "ARM_TENANT_ID" }),
  },
  {
    secrets: {
      accessKey: "ARM_ACCESS_KEY",
      sasToken: "ARM_SAS_TOKEN",
      clientSecret: "ARM_CLIENT_SECRET",
      clientCertificatePassword: "ARM_CLIENT_CERTIFICATE_PASSWORD",
      oidcToken: "ARM_OIDC_TOKEN",
    },
  },
);

const gcs = group(
  "State in a bucket of Google Cloud Storage, locked by a file beside it. Credentials come from the environment.",
  {
    bucket: text("Bucket of the state.", { ...required, form: googleBucket }),
    keyPrefix,
    kmsKey: text("Key in Cloud KMS that encrypts the state files.", {
      form: googleKey,
      otherwise: "the bucket's default encryption",
    }),
    serviceAccount: text("Service account that Terraform acts as.", {
      form: serviceAccount,
      otherwise: "the account of the credentials",
    }),
  },
  {
    secrets: {
      credentials: "GOOGLE_APPLICATION_CREDENTIALS",
      accessToken: "GOOGLE_OAUTH_ACCESS_TOKEN",
      encryptionKey: "GOOGLE_ENCRYPTION_KEY",
    },
  },
);

const http = group(
  "State at an address, such as the managed states of GitLab. User and password come from TF_HTTP_USERNAME and TF_HTTP_PASSWORD.",
  {
    address: text("What comes before the stack's name in the address of each state.", {
      ...required,
      form: stateAddress,
    }),
    locking: choice(
      "How a state is locked: by the methods LOCK and UNLOCK at its address; as in GitLab, by POST and DELETE at `/lock` behind it; or not at all, where two runs at once destroy it.",
      ["methods", "gitlab", "off"],
      { default: "methods" },
    ),
  },
  {
    secrets: {
      username: "TF_HTTP_USERNAME",
      password: "TF_HTTP_PASSWORD",
      clientPrivateKeyPem: "TF_HTTP_CLIENT_PRIVATE_KEY_PEM",
    },
  },
);

/** Where states are kept: one for each stack, whose name is in that of its state. */
export const backend = variants(
  "Where Terraform keeps the state of each stack.",
  { local: group("State files beside `cdktf.out`.", {}, {}), s3, cloud, azurerm, gcs, http },
  { as: "Backend", otherwise: "local files beside `cdktf.out`" },
);
