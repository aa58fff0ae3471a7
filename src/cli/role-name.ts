/**
 * The names of roles that options accept.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export const roleNames = {
  form: /^(?:[!-.0-~]+\/)*[\w+=,.@-]{1,64}$/u,
  allowed: "the name of a role, after its path if it has one",
};
