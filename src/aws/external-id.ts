/**
 * The external ids that STS accepts.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const externalIds = {
  form: /^[\w+=,.@:/-]{2,1224}$/,
  allowed: "2 to 1224 letters, digits and + = , . @ : / _ -",
};
