/** Arguments of each type in the provider's own schema; written by `npm run docs`. */
export const providerArguments: Readonly<Record<string, string>> = {
  aws_cloudwatch_event_bus:
    "arn= description event_source_name id kms_key_identifier name! region tags:map tags_all:map dead_letter_config[0-1](arn) log_config[0-1](include_detail level)",
  aws_cloudwatch_event_bus_policy: "event_bus_name id policy! region",
  aws_cloudwatch_event_permission:
    "action event_bus_name id principal! region statement_id! condition[0-1](key! type! value!)",
  aws_cloudwatch_event_archive:
    "arn= description event_pattern event_source_arn! id kms_key_identifier name! region retention_days:number",
  aws_cloudwatch_event_rule:
    "arn= description event_bus_name event_pattern force_destroy:bool id is_enabled:bool name name_prefix region role_arn schedule_expression state tags:map tags_all:map",
  aws_cloudwatch_event_target:
    "arn! event_bus_name force_destroy:bool id input input_path region role_arn rule! target_id appsync_target[0-1](graphql_operation) batch_target[0-1](array_size:number job_attempts:number job_definition! job_name!) dead_letter_config[0-1](arn) ecs_target[0-1](enable_ecs_managed_tags:bool enable_execute_command:bool group launch_type platform_version propagate_tags tags:map task_count:number task_definition_arn! capacity_provider_strategy[0-](base:number capacity_provider! weight:number) network_configuration[0-1](assign_public_ip:bool security_groups:list subnets!:list) ordered_placement_strategy[0-](field type!) placement_constraint[0-](expression type!)) http_target[0-1](header_parameters:map path_parameter_values:list query_string_parameters:map) input_transformer[0-1](input_paths:map input_template!) kinesis_target[0-1](partition_key_path) redshift_target[0-1](database! db_user secrets_manager_arn sql statement_name with_event:bool) retry_policy[0-1](maximum_event_age_in_seconds:number maximum_retry_attempts:number) run_command_targets[0-](key! values!:list) sagemaker_pipeline_target[0-1](pipeline_parameter_list[0-](name! value!)) sqs_target[0-1](message_group_id)",
  aws_sns_topic:
    "application_failure_feedback_role_arn application_success_feedback_role_arn application_success_feedback_sample_rate:number archive_policy arn= beginning_archive_time= content_based_deduplication:bool delivery_policy display_name fifo_throughput_scope fifo_topic:bool firehose_failure_feedback_role_arn firehose_success_feedback_role_arn firehose_success_feedback_sample_rate:number http_failure_feedback_role_arn http_success_feedback_role_arn http_success_feedback_sample_rate:number id kms_master_key_id lambda_failure_feedback_role_arn lambda_success_feedback_role_arn lambda_success_feedback_sample_rate:number name name_prefix owner= policy region signature_version:number sqs_failure_feedback_role_arn sqs_success_feedback_role_arn sqs_success_feedback_sample_rate:number tags:map tags_all:map tracing_config",
  aws_sns_topic_policy: "arn! id owner= policy! region",
  aws_sns_topic_subscription:
    "arn= confirmation_timeout_in_minutes:number confirmation_was_authenticated=:bool delivery_policy endpoint! endpoint_auto_confirms:bool filter_policy filter_policy_scope id owner_id= pending_confirmation=:bool protocol! raw_message_delivery:bool redrive_policy region replay_policy subscription_role_arn topic_arn!",
  aws_sqs_queue:
    "arn= content_based_deduplication:bool deduplication_scope delay_seconds:number fifo_queue:bool fifo_throughput_limit id kms_data_key_reuse_period_seconds:number kms_master_key_id max_message_size:number message_retention_seconds:number name name_prefix policy receive_wait_time_seconds:number redrive_allow_policy redrive_policy region sqs_managed_sse_enabled:bool tags:map tags_all:map url= visibility_timeout_seconds:number timeouts[0-1](create delete update)",
  aws_sqs_queue_policy: "id policy! queue_url! region",
  aws_iam_role:
    "arn= assume_role_policy! create_date= description force_detach_policies:bool id managed_policy_arns:list max_session_duration:number name name_prefix path permissions_boundary tags:map tags_all:map unique_id= inline_policy[0-](name policy)",
  aws_iam_policy:
    "arn= attachment_count=:number description id name name_prefix path policy! policy_id= tags:map tags_all:map",
  aws_iam_role_policy: "id name name_prefix policy! role!",
  aws_iam_role_policy_attachment: "id policy_arn! role!",
  aws_kms_key:
    "arn= bypass_policy_lockout_safety_check:bool custom_key_store_id customer_master_key_spec deletion_window_in_days:number description enable_key_rotation:bool id is_enabled:bool key_id= key_usage multi_region:bool policy region rotation_period_in_days:number tags:map tags_all:map xks_key_id timeouts[0-1](create)",
  aws_kms_key_policy: "bypass_policy_lockout_safety_check:bool id key_id! policy! region",
  aws_kms_alias: "arn= id name name_prefix region target_key_arn= target_key_id!",
  aws_cloudtrail:
    "arn= cloud_watch_logs_group_arn cloud_watch_logs_role_arn enable_log_file_validation:bool enable_logging:bool home_region= id include_global_service_events:bool is_multi_region_trail:bool is_organization_trail:bool kms_key_id name! region s3_bucket_name! s3_key_prefix sns_topic_arn= sns_topic_name tags:map tags_all:map advanced_event_selector[0-](name field_selector[1-](ends_with:list equals:list field! not_ends_with:list not_equals:list not_starts_with:list starts_with:list)) event_selector[0-](exclude_management_event_sources:list include_management_events:bool read_write_type data_resource[0-](type! values!:list)) insight_selector[0-](insight_type!)",
  aws_cloudwatch_log_group:
    "arn= deletion_protection_enabled:bool id kms_key_id log_group_class name name_prefix region retention_in_days:number skip_destroy:bool tags:map tags_all:map",
  aws_cloudwatch_log_resource_policy: "id policy_document! policy_name! region",
  aws_cloudwatch_log_delivery_source:
    "arn= log_type! name! region resource_arn! service= tags:map tags_all=:map",
  aws_cloudwatch_log_delivery_destination:
    "arn= delivery_destination_type name! output_format region tags:map tags_all=:map delivery_destination_configuration[0-](destination_resource_arn)",
  aws_cloudwatch_log_delivery:
    "arn= delivery_destination_arn! delivery_source_name! field_delimiter id= record_fields:list region s3_delivery_configuration:objects tags:map tags_all=:map",
  aws_cloudwatch_log_metric_filter:
    "apply_on_transformed_logs:bool id log_group_name! name! pattern! region metric_transformation[1-1](default_value dimensions:map name! namespace! unit value!)",
  aws_cloudwatch_metric_alarm:
    "actions_enabled:bool alarm_actions:list alarm_description alarm_name! arn= comparison_operator! datapoints_to_alarm:number dimensions:map evaluate_low_sample_count_percentiles evaluation_periods!:number extended_statistic id insufficient_data_actions:list metric_name namespace ok_actions:list period:number region statistic tags:map tags_all:map threshold:number threshold_metric_id treat_missing_data unit metric_query[0-](account_id expression id! label period:number return_data:bool metric[0-1](dimensions:map metric_name! namespace period!:number stat! unit))",
  aws_cloudwatch_dashboard: "dashboard_arn= dashboard_body! dashboard_name! id region",
  aws_cloudwatch_query_definition:
    "id log_group_names:list name! query_definition_id= query_string! region",
  aws_lambda_function:
    "architectures:list arn= code_sha256= code_signing_config_arn description filename function_name! handler id image_uri invoke_arn= kms_key_arn last_modified= layers:list memory_size:number package_type publish:bool publish_to qualified_arn= qualified_invoke_arn= region replace_security_groups_on_destroy:bool replacement_security_group_ids:list reserved_concurrent_executions:number role! runtime s3_bucket s3_key s3_object_version signing_job_arn= signing_profile_version_arn= skip_destroy:bool source_code_hash source_code_size=:number source_kms_key_arn tags:map tags_all:map timeout:number version= capacity_provider_config[0-1](lambda_managed_instances_capacity_provider_config[1-1](capacity_provider_arn! execution_environment_memory_gib_per_vcpu:number per_execution_environment_max_concurrency:number)) dead_letter_config[0-1](target_arn!) durable_config[0-1](execution_timeout!:number retention_period:number) environment[0-1](variables:map) ephemeral_storage[0-1](size:number) file_system_config[0-1](arn! local_mount_path!) image_config[0-1](command:list entry_point:list working_directory) logging_config[0-1](application_log_level log_format! log_group system_log_level) snap_start[0-1](apply_on! optimization_status=) tenancy_config[0-1](tenant_isolation_mode!) timeouts[0-1](create delete update) tracing_config[0-1](mode!) vpc_config[0-1](ipv6_allowed_for_dual_stack:bool security_group_ids!:list subnet_ids!:list vpc_id=)",
  aws_lambda_function_event_invoke_config:
    "function_name! id maximum_event_age_in_seconds:number maximum_retry_attempts:number qualifier region destination_config[0-1](on_failure[0-1](destination!) on_success[0-1](destination!))",
  aws_lambda_permission:
    "action! event_source_token function_name! function_url_auth_type id principal! principal_org_id qualifier region source_account source_arn statement_id statement_id_prefix",
  aws_s3_bucket:
    "acceleration_status acl arn= bucket bucket_domain_name= bucket_prefix bucket_region= bucket_regional_domain_name= force_destroy:bool hosted_zone_id= id object_lock_enabled:bool policy region request_payer tags:map tags_all:map website_domain= website_endpoint= cors_rule[0-](allowed_headers:list allowed_methods!:list allowed_origins!:list expose_headers:list max_age_seconds:number) grant[0-](id permissions!:list type! uri) lifecycle_rule[0-](abort_incomplete_multipart_upload_days:number enabled!:bool id prefix tags:map expiration[0-1](date days:number expired_object_delete_marker:bool) noncurrent_version_expiration[0-1](days:number) noncurrent_version_transition[0-](days:number storage_class!) transition[0-](date days:number storage_class!)) logging[0-1](target_bucket! target_prefix) object_lock_configuration[0-1](object_lock_enabled rule[0-1](default_retention[1-1](days:number mode! years:number))) replication_configuration[0-1](role! rules[1-](delete_marker_replication_status id prefix priority:number status! destination[1-1](account_id bucket! replica_kms_key_id storage_class access_control_translation[0-1](owner!) metrics[0-1](minutes:number status) replication_time[0-1](minutes:number status)) filter[0-1](prefix tags:map) source_selection_criteria[0-1](sse_kms_encrypted_objects[0-1](enabled!:bool)))) server_side_encryption_configuration[0-1](rule[1-1](bucket_key_enabled:bool apply_server_side_encryption_by_default[1-1](kms_master_key_id sse_algorithm!))) timeouts[0-1](create delete read update) versioning[0-1](enabled:bool mfa_delete:bool) website[0-1](error_document index_document redirect_all_requests_to routing_rules)",
  aws_s3_bucket_policy: "bucket! id policy! region",
  aws_s3_bucket_lifecycle_configuration:
    "bucket! expected_bucket_owner id= region transition_default_minimum_object_size rule[0-](id! prefix status! abort_incomplete_multipart_upload[0-](days_after_initiation:number) expiration[0-](date days:number expired_object_delete_marker:bool) filter[0-](object_size_greater_than:number object_size_less_than:number prefix and[0-](object_size_greater_than:number object_size_less_than:number prefix tags:map) tag[0-](key! value!)) noncurrent_version_expiration[0-](newer_noncurrent_versions:number noncurrent_days!:number) noncurrent_version_transition[0-](newer_noncurrent_versions:number noncurrent_days!:number storage_class!) transition[0-](date days:number storage_class!)) timeouts[0-1](create update)",
  aws_s3_bucket_logging:
    "bucket! expected_bucket_owner id region target_bucket! target_prefix! target_grant[0-](permission! grantee[1-1](display_name= email_address id type! uri)) target_object_key_format[0-1](partitioned_prefix[0-1](partition_date_source!) simple_prefix[0-1]())",
  aws_s3_bucket_object_lock_configuration:
    "bucket! expected_bucket_owner id object_lock_enabled region token rule[0-1](default_retention[1-1](days:number mode years:number))",
  aws_s3_bucket_ownership_controls: "bucket! id region rule[1-1](object_ownership!)",
  aws_s3_bucket_public_access_block:
    "block_public_acls:bool block_public_policy:bool bucket! id ignore_public_acls:bool region restrict_public_buckets:bool skip_destroy:bool",
  aws_s3_bucket_server_side_encryption_configuration:
    "bucket! expected_bucket_owner id region rule[1-](blocked_encryption_types:list bucket_key_enabled:bool apply_server_side_encryption_by_default[0-1](kms_master_key_id sse_algorithm!))",
  aws_s3_bucket_versioning:
    "bucket! expected_bucket_owner id mfa region versioning_configuration[1-1](mfa_delete status!)",
  aws_chatbot_slack_channel_configuration:
    "chat_configuration_arn= configuration_name! guardrail_policy_arns:list iam_role_arn! logging_level region slack_channel_id! slack_channel_name= slack_team_id! slack_team_name= sns_topic_arns:list tags:map tags_all=:map user_authorization_required:bool timeouts[0-1](create delete update)",
  aws_chatbot_teams_channel_configuration:
    "channel_id! channel_name chat_configuration_arn= configuration_name! guardrail_policy_arns:list iam_role_arn! logging_level region sns_topic_arns:list tags:map tags_all=:map team_id! team_name tenant_id! user_authorization_required:bool timeouts[0-1](create delete update)",
  aws_notifications_notification_hub: "notification_hub_region! timeouts[0-1](create delete)",
  aws_notifications_notification_configuration:
    "aggregation_duration arn= description! name! tags:map tags_all=:map",
  aws_notifications_event_rule:
    "arn= event_pattern event_type! notification_configuration_arn! regions!:list source!",
  aws_notifications_channel_association: "arn! notification_configuration_arn!",
  aws_notificationscontacts_email_contact: "arn= email_address! name! tags:map tags_all=:map",
  aws_cloudformation_stack_set:
    "administration_role_arn arn= call_as capabilities:list description execution_role_name id name! parameters:map permission_model region stack_set_id= tags:map tags_all:map template_body template_url auto_deployment[0-1](enabled:bool retain_stacks_on_account_removal:bool) managed_execution[0-1](active:bool) operation_preferences[0-1](failure_tolerance_count:number failure_tolerance_percentage:number max_concurrent_count:number max_concurrent_percentage:number region_concurrency_type region_order:list) timeouts[0-1](update)",
  aws_cloudformation_stack_instances:
    "accounts:list call_as id parameter_overrides:map region regions:list retain_stacks:bool stack_instance_summaries=:objects stack_set_id= stack_set_name! deployment_targets[0-1](account_filter_type accounts:list accounts_url organizational_unit_ids:list) operation_preferences[0-1](concurrency_mode failure_tolerance_count:number failure_tolerance_percentage:number max_concurrent_count:number max_concurrent_percentage:number region_concurrency_type region_order:list) timeouts[0-1](create delete update)",
};
