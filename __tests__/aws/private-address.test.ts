import { isOutOfReach } from "../../src/aws/private-address";

test.each([
  "https://10.0.0.1/hook",
  "https://127.0.0.1:8443/",
  "https://172.31.255.255",
  "https://192.168.1.1/a?b=c",
  "https://169.254.169.254/latest",
  "https://pager.corp/hook",
  "https://pager.example.INTERNAL:443/hook",
  "https://printer.local./",
])("SNS does not reach %s", (url) => {
  expect(isOutOfReach(url)).toBe(true);
});

test.each([
  "https://172.32.0.1/",
  "https://11.0.0.1/hook",
  "https://internal.example.com/hook",
  "https://local.example.com",
  "https://10.example.com/",
  "security@10.0.0.1",
  "arn:aws:sqs:eu-central-1:222222222222:q.local",
])("SNS may reach %s", (address) => {
  expect(isOutOfReach(address)).toBe(false);
});
