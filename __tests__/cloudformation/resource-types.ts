/** A property: `required` before what it accepts, such as `required string`; `[]` is a list. */
export type PropertyRule = string;

/** What CloudFormation publishes of a type of resource. */
export interface ResourceType {
  /** What `Fn::GetAtt` knows. */
  readonly attributes: readonly string[];
  readonly properties: Readonly<Record<string, PropertyRule>>;
  /** Objects that properties hold, by the name that a rule gives. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, PropertyRule>>>>;
}

/**
 * The types that the templates use, as AWS publishes them in the schemas of its resources: taken from
 * @aws-cdk/aws-service-spec 0.1.216. An `unused` part is one that no template here has.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-type-schemas.html
 */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "AWS::Events::Rule": {
    attributes: ["Arn", "RuleName"],
    properties: {
      Description: "string",
      EventBusName: "string",
      EventPattern: "json|string",
      Name: "string",
      RoleArn: "string",
      ScheduleExpression: "string",
      State: "string",
      Tags: "tag[]",
      Targets: "Target[]",
    },
    parts: {
      Target: {
        AppSyncParameters: "unused",
        Arn: "required string",
        BatchParameters: "unused",
        DeadLetterConfig: "DeadLetterConfig",
        EcsParameters: "unused",
        HttpParameters: "unused",
        Id: "required string",
        Input: "string",
        InputPath: "string",
        InputTransformer: "InputTransformer",
        KinesisParameters: "unused",
        RedshiftDataParameters: "unused",
        RetryPolicy: "RetryPolicy",
        RoleArn: "string",
        RunCommandParameters: "unused",
        SageMakerPipelineParameters: "unused",
        SqsParameters: "unused",
      },
      DeadLetterConfig: { Arn: "string" },
      InputTransformer: { InputPathsMap: "map", InputTemplate: "required string" },
      RetryPolicy: { MaximumEventAgeInSeconds: "integer", MaximumRetryAttempts: "integer" },
    },
  },
  "AWS::IAM::Role": {
    attributes: ["Arn", "RoleId"],
    properties: {
      AssumeRolePolicyDocument: "required json|string",
      Description: "string",
      ManagedPolicyArns: "string[]",
      MaxSessionDuration: "integer",
      Path: "string",
      PermissionsBoundary: "string",
      Policies: "Policy[]",
      RoleName: "string",
      Tags: "tag[]",
    },
    parts: { Policy: { PolicyDocument: "required json|string", PolicyName: "required string" } },
  },
  "AWS::KMS::Key": {
    attributes: ["Arn", "KeyId"],
    properties: {
      BypassPolicyLockoutSafetyCheck: "boolean",
      Description: "string",
      EnableKeyRotation: "boolean",
      Enabled: "boolean",
      KeyPolicy: "json|string",
      KeySpec: "string",
      KeyUsage: "string",
      MultiRegion: "boolean",
      Origin: "string",
      PendingWindowInDays: "integer",
      RotationPeriodInDays: "integer",
      Tags: "tag[]",
    },
  },
  "AWS::SNS::Subscription": {
    attributes: ["Arn"],
    properties: {
      DeliveryPolicy: "json|string",
      Endpoint: "string",
      FilterPolicy: "json|string",
      FilterPolicyScope: "string",
      Protocol: "required string",
      RawMessageDelivery: "boolean",
      RedrivePolicy: "json|string",
      Region: "string",
      ReplayPolicy: "json|string",
      SubscriptionRoleArn: "string",
      TopicArn: "required string",
    },
  },
  "AWS::SNS::Topic": {
    attributes: ["TopicArn", "TopicName"],
    properties: {
      ArchivePolicy: "json",
      ContentBasedDeduplication: "boolean",
      DataProtectionPolicy: "json",
      DeliveryStatusLogging: "unused",
      DisplayName: "string",
      FifoThroughputScope: "string",
      FifoTopic: "boolean",
      KmsMasterKeyId: "string",
      MaximumMessageSize: "integer",
      SignatureVersion: "string",
      Subscription: "unused",
      Tags: "tag[]",
      TopicName: "string",
      TracingConfig: "string",
    },
  },
  "AWS::SNS::TopicPolicy": {
    attributes: ["Id"],
    properties: { PolicyDocument: "required json|string", Topics: "required string[]" },
  },
  "AWS::SQS::Queue": {
    attributes: ["Arn", "QueueName", "QueueUrl"],
    properties: {
      ContentBasedDeduplication: "boolean",
      DeduplicationScope: "string",
      DelaySeconds: "integer",
      FifoQueue: "boolean",
      FifoThroughputLimit: "string",
      KmsDataKeyReusePeriodSeconds: "integer",
      KmsMasterKeyId: "string",
      MaximumMessageSize: "integer",
      MessageRetentionPeriod: "integer",
      QueueName: "string",
      ReceiveMessageWaitTimeSeconds: "integer",
      RedriveAllowPolicy: "json|string",
      RedrivePolicy: "json|string",
      SqsManagedSseEnabled: "boolean",
      Tags: "tag[]",
      VisibilityTimeout: "integer",
    },
  },
  "AWS::SQS::QueuePolicy": {
    attributes: ["Id"],
    properties: { PolicyDocument: "required json|string", Queues: "required string[]" },
  },
};
