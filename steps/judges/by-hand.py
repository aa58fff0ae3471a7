"""Changes what the small organization has on the server, as somebody with a console would: `by-hand.py ACCOUNT [NAME ...]`.

Without names: every change of the account, and one line for each. The server is the one of AWS_ENDPOINT_URL.
"""

import json
import sys

import boto3

MANAGEMENT, HUB = "111111111111", "222222222222"
PREFIX = "signin-alerts"


def client(service, region="eu-central-1"):
    account = sys.argv[1]
    sts = boto3.client("sts", region_name="us-east-1")
    role = {"RoleArn": f"arn:aws:iam::{account}:role/by-hand", "RoleSessionName": "by-hand"}
    keys = sts.assume_role(**role)["Credentials"]
    return boto3.client(
        service,
        region_name=region,
        aws_access_key_id=keys["AccessKeyId"],
        aws_secret_access_key=keys["SecretAccessKey"],
        aws_session_token=keys["SessionToken"],
    )


def policy(action, resource, principal=None, effect="Allow"):
    statement = {"Sid": "ByHand", "Effect": effect, "Action": action, "Resource": resource}
    return json.dumps({"Version": "2012-10-17", "Statement": [{**statement, **({"Principal": principal} if principal else {})}]})


def topic(name):
    return f"arn:aws:sns:eu-central-1:{sys.argv[1]}:{name}"


def key_of(alias):
    return client("kms").describe_key(KeyId=f"alias/{alias}")["KeyMetadata"]["KeyId"]


def subscriptions(name):
    return client("sns").list_subscriptions_by_topic(TopicArn=topic(name))["Subscriptions"]


def queue(region, name):
    return client("sqs", region).get_queue_url(QueueName=name)["QueueUrl"]


def alarm(name):
    found = client("cloudwatch").describe_alarms()["MetricAlarms"]
    return next(each["AlarmName"] for each in found if each["AlarmName"].endswith(name))


def alarm_without_actions(name):
    found = client("cloudwatch").describe_alarms(AlarmNames=[alarm(name)])["MetricAlarms"][0]
    kept = ["AlarmName", "Namespace", "MetricName", "Statistic", "Period", "EvaluationPeriods", "Threshold"]
    kept += ["ComparisonOperator", "TreatMissingData", "Dimensions", "AlarmDescription"]
    client("cloudwatch").put_metric_alarm(**{each: found[each] for each in kept if each in found})


BUS = f"arn:aws:events:eu-central-1:{HUB}:event-bus/{PREFIX}"
BUCKET = f"{PREFIX}-trail-{MANAGEMENT}-eu-central-1"
TRAIL = f"{PREFIX}-trail"
ANYBODY = {"AWS": "*"}

hub = {
    "rule disabled": lambda: client("events").disable_rule(Name=f"{PREFIX}-root-sign-in", EventBusName=PREFIX),
    "target deleted": lambda: client("events").remove_targets(
        Rule=f"{PREFIX}-iam-user-sign-in", EventBusName=PREFIX, Ids=["topic"]
    ),
    "pattern narrowed": lambda: client("events").put_rule(
        Name=f"{PREFIX}-unrecognized-sign-in",
        EventBusName=PREFIX,
        EventPattern=json.dumps({"source": ["aws.signin"], "account": [MANAGEMENT]}),
        State="ENABLED",
    ),
    "bus policy replaced": lambda: client("events").put_permission(
        EventBusName=PREFIX, Policy=policy("events:PutEvents", BUS, {"AWS": f"arn:aws:iam::{HUB}:root"})
    ),
    "subscription deleted": lambda: client("sns").unsubscribe(
        SubscriptionArn=subscriptions(PREFIX)[0]["SubscriptionArn"]
    ),
    "subscription filtered": lambda: client("sns").set_subscription_attributes(
        SubscriptionArn=subscriptions(f"{PREFIX}-operations")[0]["SubscriptionArn"],
        AttributeName="FilterPolicy",
        AttributeValue=json.dumps({"severity": ["none"]}),
    ),
    "topic policy replaced": lambda: client("sns").set_topic_attributes(
        TopicArn=topic(PREFIX), AttributeName="Policy", AttributeValue=policy("sns:Subscribe", topic(PREFIX), ANYBODY)
    ),
    "key disabled": lambda: client("kms").disable_key(KeyId=key_of(PREFIX)),
    "key policy replaced": lambda: client("kms").put_key_policy(
        KeyId=key_of(f"{PREFIX}-operations"),
        PolicyName="default",
        Policy=policy("kms:*", "*", {"AWS": f"arn:aws:iam::{HUB}:root"}),
    ),
    "queue policy replaced": lambda: client("sqs").set_queue_attributes(
        QueueUrl=queue("eu-central-1", f"{PREFIX}-hub-dead-letters"),
        Attributes={
            "Policy": policy("sqs:SendMessage", f"arn:aws:sqs:eu-central-1:{HUB}:{PREFIX}-hub-dead-letters", ANYBODY, "Deny"),
            "MessageRetentionPeriod": "60",
        },
    ),
    "alarm deleted": lambda: client("cloudwatch").delete_alarms(AlarmNames=[alarm("hub-dead-letters")]),
    "heartbeats' metric filter deleted": lambda: client("logs").delete_metric_filter(
        logGroupName=f"/aws/events/{PREFIX}-heartbeats", filterName=f"{PREFIX}-heartbeats"
    ),
    "heartbeats' rule disabled": lambda: client("events").disable_rule(Name=f"{PREFIX}-heartbeats", EventBusName=PREFIX),
}

trail = {
    "trail stopped": lambda: client("cloudtrail").stop_logging(Name=TRAIL),
    "trail in one region": lambda: client("cloudtrail").update_trail(Name=TRAIL, IsMultiRegionTrail=False),
    "log group's retention shortened": lambda: client("logs").put_retention_policy(logGroupName=TRAIL, retentionInDays=1),
    "bucket policy replaced": lambda: client("s3").put_bucket_policy(
        Bucket=BUCKET, Policy=policy("s3:PutObject", f"arn:aws:s3:::{BUCKET}/*", ANYBODY, "Deny")
    ),
    "versions suspended": lambda: client("s3").put_bucket_versioning(
        Bucket=BUCKET, VersioningConfiguration={"Status": "Suspended"}
    ),
    "public access allowed": lambda: client("s3").delete_public_access_block(Bucket=BUCKET),
    "metric filter deleted": lambda: client("logs").delete_metric_filter(
        logGroupName=TRAIL, filterName=f"{PREFIX}-failed-console-sign-ins"
    ),
    "alarm's actions removed": lambda: alarm_without_actions("trail-changed"),
    "trail's key scheduled for deletion": lambda: client("kms").schedule_key_deletion(
        KeyId=key_of(TRAIL), PendingWindowInDays=30
    ),
    "role of the log group's without permissions": lambda: client("iam").delete_role_policy(
        RoleName=f"{PREFIX}-trail-logs", PolicyName="write-log-streams"
    ),
}

member = {
    "forwarding rule disabled": lambda: client("events", "us-east-1").disable_rule(Name=f"{PREFIX}-forward"),
    "forwarding target to another bus": lambda: client("events").put_targets(
        Rule=f"{PREFIX}-forward",
        Targets=[
            {
                "Id": "hub",
                "Arn": f"arn:aws:events:eu-central-1:{HUB}:event-bus/elsewhere",
                "RoleArn": f"arn:aws:iam::{sys.argv[1]}:role/{PREFIX}-forward",
            }
        ],
    ),
    "role's policy replaced": lambda: client("iam").put_role_policy(
        RoleName=f"{PREFIX}-forward", PolicyName="put-events-on-hub", PolicyDocument=policy("events:PutEvents", BUS, effect="Deny")
    ),
    "role's trust replaced": lambda: client("iam").update_assume_role_policy(
        RoleName=f"{PREFIX}-forward",
        PolicyDocument=json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ec2.amazonaws.com"}}],
            }
        ),
    ),
    "dead-letter queue deleted": lambda: client("sqs", "us-east-1").delete_queue(
        QueueUrl=queue("us-east-1", f"{PREFIX}-forward-dead-letters")
    ),
    "heartbeat's target deleted": lambda: client("events", "us-east-1").remove_targets(
        Rule=f"{PREFIX}-heartbeat", Ids=["hub"]
    ),
}

# The hub's account keeps its forwarding: what is changed there is the hub.
changes = {MANAGEMENT: {**trail, **member}, HUB: hub}[sys.argv[1]]
for name in sys.argv[2:] or changes:
    changes[name]()
    print(name)
