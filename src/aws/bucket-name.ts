const pattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const reserved =
  /\.\.|^\d+(\.\d+){3}$|^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** What a bucket's name must be, in words. */
export const bucketNameForm =
  "3 to 63 lower-case letters, digits, dots and hyphens, ending with a letter or digit";

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function isBucketName(text: string): boolean {
  return pattern.test(text) && !reserved.test(text);
}
