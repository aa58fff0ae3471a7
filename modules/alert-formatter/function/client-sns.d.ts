/** The part of the AWS SDK that the function uses. Lambda's Node.js runtime brings the SDK along. */
declare module "@aws-sdk/client-sns" {
  interface MessageAttribute {
    readonly DataType: "String";
    readonly StringValue: string;
  }

  class PublishCommand {
    constructor(input: {
      readonly TopicArn: string;
      readonly Subject: string;
      readonly Message: string;
      readonly MessageAttributes: Readonly<Record<string, MessageAttribute>>;
    });
  }

  class SNSClient {
    constructor(configuration: Readonly<Record<string, never>>);
    send(command: PublishCommand): Promise<unknown>;
  }
}
