// SPDX-License-Identifier: MIT
#include "core/terraform/providerblocks.h"

#include <algorithm>
#include <array>

namespace drydock::terraform {

namespace {

// Sorted. Names that are a block in one resource and a map in another stand in isProviderBlock().
// clang-format off
constexpr auto BlockNames = std::to_array<std::string_view>({
    "abort_incomplete_multipart_upload", "accelerator", "access_config", "access_logs", "access_policy", "acl",
    "action", "active_directory", "add", "addon_profile", "addons_config", "admin_ssh_key",
    "advanced_configuration", "advanced_options", "affinity", "agent_pool_profile", "aggregation_rule",
    "alarm_configuration", "alias", "all_query_arguments", "allocation_policy", "allow", "allowed",
    "allowed_topologies", "and_statement", "app_armor_profile", "app_role", "application_stack",
    "apply_server_side_encryption_by_default", "artifact_store", "assume_role", "assume_role_with_web_identity",
    "attached_disk", "attribute", "auth", "auth_settings", "auth_settings_v2", "authenticate_cognito",
    "authenticate_oidc", "authentication_configuration", "authenticator_groups_config", "authorization_rule",
    "auto_healing_policies", "auto_provisioning_defaults", "auto_rollback_configuration", "autoscaler",
    "autoscaling", "autoscaling_config", "autoscaling_policy", "aws_elastic_block_store", "azure_active_directory",
    "azure_active_directory_role_based_access_control", "azure_disk", "azure_file", "azure_policy", "backend",
    "backend_address_pool", "backend_http_settings", "backup_configuration", "backup_policy",
    "backup_retention_settings", "behavior", "bgp_settings", "binary_authorization", "binding", "blob_properties",
    "block", "boot_diagnostics", "boot_disk", "bucket_encryption", "build", "build_config", "byte_match_statement",
    "cache_behavior", "cache_config", "capabilities", "capacity", "capacity_provider_strategy",
    "capacity_reservation_specification", "captcha", "captcha_config", "ceph_fs", "challenge_config", "claim_ref",
    "client_authentication", "client_certificate_config", "cloudwatch_logs", "cluster_autoscaling",
    "cluster_config", "cluster_configuration", "code_signing_config", "cognito_identity_providers",
    "cognito_options", "compute_environment_configuration", "compute_resources", "condition", "conditions",
    "confidential_instance_config", "config_map", "config_map_key_ref", "config_map_ref", "configuration",
    "connection_settings", "connection_string", "constraint", "consumption_budget", "container",
    "container_delete_retention_policy", "container_insights", "control_plane_config", "copy_action", "cors",
    "cors_configuration", "cors_rule", "cors_rules", "count_action", "cpu_options", "credit_specification",
    "criteria", "csi", "custom_domain", "custom_error_response", "custom_key", "custom_origin_config",
    "custom_response", "custom_rules", "daily_recurrence", "data_cache_config", "data_disk", "data_volume",
    "database_encryption", "database_flags", "dead_letter_config", "dead_letter_policy", "default_action",
    "default_backend", "default_cache_behavior", "default_node_pool", "default_retention", "default_route_action",
    "default_tags", "delegation", "delete_retention_policy", "deletion_policy", "deny",
    "deployment_circuit_breaker", "deployment_configuration", "deployment_controller", "deployment_style",
    "destination", "destination_config", "details", "device_ownership_config", "diff_disk_settings", "disk",
    "disk_encryption_key", "distribution_policy", "dlp_config", "dns_config", "dns_entry",
    "domain_validation_options", "downward_api", "ebs_block_device", "ebs_options", "efs_volume_configuration",
    "egress", "elastic_inference_accelerator", "email_receiver", "empty_dir", "enabled_log", "enabled_metric",
    "enclave_options", "encrypt_at_rest", "encryption", "encryption_at_rest", "encryption_config",
    "encryption_configuration", "encryption_info", "encryption_settings", "endpoint", "endpoint_config", "env",
    "env_from", "environment", "ephemeral_block_device", "ephemeral_storage", "event_selector", "event_trigger",
    "exclude", "exclusion", "exec", "execute_command_configuration", "expiration", "expression",
    "external_account_binding", "failover", "failover_criteria", "failover_policy", "failover_routing_policy", "fc",
    "features", "field_ref", "field_to_match", "file_system_config", "filter", "firewall_policy", "fixed_response",
    "flex_volume", "flocker", "forward", "forwarded_values", "forwarding", "from", "frontend_ip_configuration",
    "frontend_port", "gce_persistent_disk", "gcs_source_config", "geo_location", "geo_match_statement",
    "geo_restriction", "geolocation_routing_policy", "git_repo", "github", "github_action_configuration",
    "gke_backup_agent_config", "glusterfs", "google_service_account", "grant", "group", "group_by_statement",
    "group_configuration", "group_delegation", "guest_accelerator", "guest_attributes", "header", "header_order",
    "health_check", "health_check_config", "health_check_custom_config", "hibernation_options", "host_aliases",
    "host_path", "hsm_configuration", "http", "http2_health_check", "http_get", "http_header", "http_health_check",
    "http_listener", "https_health_check", "iam_instance_profile", "identity", "identity_provider",
    "image_pass_through", "image_pull_secrets", "image_registry_credential", "import_source", "inbound_nat_rule",
    "inbound_rule", "ingress", "ingress_application_gateway", "init_container", "initialize_params",
    "inline_policy", "insights_config", "instance_market_options", "instance_refresh", "instance_requirements",
    "intelligent_tiering", "internal_load_balancer", "invocation_configuration", "ip_allocation_policy", "ip_block",
    "ip_configuration", "ip_restriction", "ip_rule", "ip_rules", "ip_set_reference_statement", "ip_settings",
    "iscsi", "job_template", "json_body", "jwt_configuration", "jwt_options", "key_properties",
    "key_vault_secrets_provider", "kms_key_config", "kubelet_config", "kubelet_identity",
    "kubernetes_network_config", "label_match_statement", "label_selector", "lambda", "lambda_action",
    "lambda_config", "lambda_function_association", "latency_routing_policy", "launch_specification",
    "launch_template", "launch_template_configs", "launch_template_specification", "lifecycle", "lifecycle_hook",
    "lifecycle_policy", "lifecycle_rule", "linux_node_config", "linux_os_config", "linux_parameters",
    "linux_profile", "liveness_probe", "load_balancer", "load_balancer_info", "load_balancer_profile",
    "load_balancing_policy", "local_volume", "location", "log", "log_config", "log_configuration",
    "log_delivery_configuration", "log_publishing_options", "log_settings", "logging", "logging_config",
    "logging_configuration", "logging_service_config", "logs", "logs_config", "long_term_retention_policy",
    "maintenance_options", "maintenance_policy", "maintenance_window", "managed_rule_group_statement",
    "managed_rule_set", "managed_rules", "managed_scaling", "master_auth", "master_authorized_networks_config",
    "match", "match_criteria", "match_expressions", "match_fields", "matcher", "message_retention",
    "message_storage_policy", "metadata_options", "method", "metric", "metric_transformation", "metric_trigger",
    "microsoft", "mixed_instances_policy", "monitoring", "monitoring_config", "mount_config",
    "multi_cluster_config", "mutual_authentication", "mutual_tls_authentication", "namespace_selector",
    "network_acl", "network_acls", "network_config", "network_configuration", "network_interface",
    "network_interfaces", "network_policy", "network_policy_config", "network_profile", "network_rule_set",
    "network_rules", "network_settings", "nfs", "node_affinity", "node_config", "node_group_configuration",
    "node_pool", "node_pool_auto_config", "node_pool_defaults", "node_selector_term",
    "noncurrent_version_expiration", "noncurrent_version_transition", "none", "not_principals", "not_statement",
    "notification", "notification_configuration", "notification_endpoint", "oauth2", "object_lock_configuration",
    "oidc", "oms_agent", "on_failure_destination", "ordered_cache_behavior", "ordered_placement_strategy", "origin",
    "origin_access_config", "origin_group", "origin_shield", "os_disk", "os_profile", "os_profile_linux_config",
    "os_profile_windows_config", "outpost_config", "override", "override_action", "override_policy",
    "owner_reference", "parameter", "parameters_in_cache_key_and_forwarded_to_origin", "partition_key",
    "password_policy", "password_validation_policy", "path_matcher", "path_rule", "peer_config", "permission",
    "persistent_volume_claim", "persistent_volume_source", "photon_persistent_disk", "pipeline_config", "placement",
    "placement_constraints", "placement_strategy", "plan", "pod_affinity", "pod_affinity_term", "pod_anti_affinity",
    "pod_disruption_budget", "pod_security_policy_config", "pod_selector", "point_in_time_recovery",
    "policy_detail", "policy_document", "port", "port_info", "ports", "post_start", "pre_stop", "preference",
    "preferences", "preferred", "preferred_during_scheduling_ignored_during_execution", "prefix_list", "principal",
    "principals", "private_cluster_config", "private_dns_config", "private_dns_name_options",
    "private_dns_zone_group", "private_registry_authentication", "private_service_connection",
    "private_visibility_config", "processing_configuration", "projected", "proxy_configuration",
    "public_access_block_configuration", "publishing_location", "pubsub_target", "purchase_plan", "push_config",
    "query", "query_string", "quobyte", "rate_based_statement", "rbac", "rbd", "readiness_gate", "readiness_probe",
    "recording_group", "recording_mode", "recurring_window", "redirect", "redirect_all_requests_to",
    "redirect_configuration", "redirect_url", "reference", "regex_match_statement",
    "regex_pattern_set_reference_statement", "release_channel", "replica", "replication",
    "replication_configuration", "replication_group", "replication_time", "request_routing_rule", "required",
    "required_during_scheduling_ignored_during_execution", "required_resource_access", "reservation_affinity",
    "resource_field_ref", "resource_identifiers", "resource_limits", "resource_usage_export_config", "resources",
    "restrictions", "result_configuration", "retention_policy", "retry_policy", "retry_strategy",
    "role_based_access_control", "role_ref", "rolling_update", "root_block_device", "root_device", "route",
    "routing_config", "routing_configuration", "routing_rule", "rule", "rule_action_override",
    "rule_group_reference_statement", "rule_label", "rules_package", "runtime_platform", "s3", "s3_bucket",
    "s3_configuration", "s3_destination", "s3_import", "s3_logs", "s3_origin_config", "saml_options", "scale",
    "scale_down", "scale_in_policy", "scale_target_ref", "scale_up", "scaling_config", "scaling_configuration",
    "schedule", "schedule_config", "scheduling", "scratch_disk", "se_linux", "se_linux_options", "seccomp_profile",
    "secret", "secret_environment_variables", "secret_key_ref", "secret_ref", "secrets_store_csi",
    "security_context", "security_posture_config", "security_profile", "security_rule", "security_service",
    "selection_tag", "server_side_encryption", "server_side_encryption_configuration", "service", "service_account",
    "service_connect_configuration", "service_endpoint_policy", "service_principal", "service_registries",
    "service_source", "servicebus", "set", "set_list", "set_sensitive", "settings", "shared_access_key",
    "shielded_instance_config", "shielded_nodes", "sigv4", "single_header", "single_query_argument", "site_config",
    "size_constraint_statement", "sku", "sms_receiver", "snapshot_options", "snapshot_schedule_policy",
    "soft_delete_policy", "source", "source_image_reference", "source_selection_criteria", "spec", "spot_options",
    "spot_price_policy", "sqli_match_statement", "sse_kms_encrypted_objects", "sse_specification", "ssl",
    "ssl_certificate", "ssl_policy", "ssl_profile", "stage", "startup_probe", "stateful_disk", "statement",
    "static_website", "stickiness", "sticky_sessions_policy", "storage_account", "storage_config",
    "storage_data_disk", "storage_image_reference", "storage_info", "storage_os_disk", "storage_profile",
    "storage_source", "strategy", "stream_specification", "subject", "subnet", "subnet_configuration",
    "subnet_mapping", "subresource", "sysctl", "system_controls", "tag", "tag_filter", "tag_filters",
    "tag_specifications", "taint", "target", "target_capacity_specification", "target_failover", "target_grant",
    "target_group", "target_group_info", "target_health_state", "target_https_proxy", "target_selection",
    "tcp_health_check", "tcp_socket", "template", "template_file", "text_transformation",
    "threat_intelligence_allowlist", "throttle_settings", "time_partitioning", "time_to_live_specification",
    "timeouts", "tls", "tls_config", "to", "toleration", "topology_spread_constraint", "tracing_config", "traffic",
    "traffic_management_option", "traffic_policy", "transit_encryption", "transition", "trigger", "ttl",
    "update_config", "update_policy", "update_strategy", "upgrade_override_configuration", "upgrade_policy",
    "upgrade_settings", "user", "user_assigned_identity", "user_group", "user_pool_add_ons",
    "username_configuration", "value_from", "verification_message_template", "versioning",
    "versioning_configuration", "versioning_info", "vertical_pod_autoscaling", "vertical_scaling",
    "viewer_certificate", "virtual_network_configuration", "visibility_config", "volume", "volume_claim_template",
    "volume_configuration", "volume_device", "volume_mount", "volumes_from", "vpc", "vpc_access",
    "vpc_access_connector", "vpc_attachment", "vpc_config", "vpc_configuration", "vpc_options", "vpc_settings",
    "vsphere_volume", "web_app_routing", "web_identity_token_config", "webhook_receiver", "website",
    "weighted_routing_policy", "windows_options", "windows_profile", "winrm_listener", "workload_identity_config",
    "workload_metadata_config", "workload_profile", "xray_configuration", "xss_match_statement",
    "zone_awareness_config", "zone_distribution_config"
});
// clang-format on
static_assert(std::is_sorted(BlockNames.begin(), BlockNames.end()));

} // namespace

bool isProviderBlock(std::string_view type, std::string_view name)
{
    const bool isKubernetes = type.starts_with("kubernetes_");
    if (name == "metadata")
        return isKubernetes;
    if (name == "selector")
        return isKubernetes && type != "kubernetes_service" && type != "kubernetes_service_v1";
    if (name == "config")
        return type == "google_composer_environment";
    return std::binary_search(BlockNames.begin(), BlockNames.end(), name);
}

} // namespace drydock::terraform
