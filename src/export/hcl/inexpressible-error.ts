/** Something of Terraform's JSON syntax that cannot be said in HCL, or not with certainty; the message is a clause. */
export class InexpressibleError extends Error {
  override readonly name = "InexpressibleError";
}
