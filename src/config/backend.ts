/** Where Terraform keeps the state of each stack. */
export type Backend =
  | { readonly type: "local" }
  | {
      readonly type: "s3";
      readonly bucket: string;
      readonly region: string;
      /** Folder of the state files in the bucket. @default - the name prefix */
      readonly keyPrefix?: string;
    }
  | {
      /** HCP Terraform or Terraform Enterprise: one workspace per stack, of the stack's name. */
      readonly type: "cloud";
      readonly organization: string;
      /** @default "app.terraform.io" */
      readonly hostname?: string;
    };
