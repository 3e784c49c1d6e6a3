CREATE TABLE `column_mappings` (
	`source` text PRIMARY KEY NOT NULL,
	`columns` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `employee_import_rejects` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`cells` text NOT NULL,
	PRIMARY KEY(`import_id`, `line`)
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`actor` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`subject` text NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor`, `key`)
);
--> statement-breakpoint
CREATE TABLE `deleted_people` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text,
	`deleted_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deleted_people_deleted` ON `deleted_people` (`deleted_at`,`id`);--> statement-breakpoint
CREATE TABLE `reporting_moves` (
	`person` text NOT NULL,
	`effective_on` text NOT NULL,
	`manager` text,
	`dotted_managers` text NOT NULL,
	PRIMARY KEY(`person`, `effective_on`)
);
--> statement-breakpoint
CREATE INDEX `reporting_moves_due` ON `reporting_moves` (`effective_on`);--> statement-breakpoint
CREATE TABLE `scim_group_members` (
	`group_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `scim_group_members_person` ON `scim_group_members` (`person_id`);--> statement-breakpoint
CREATE TABLE `scim_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`display_name` text NOT NULL,
	`display_name_key` text NOT NULL,
	`external_id` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scim_groups_display_name` ON `scim_groups` (`display_name_key`);--> statement-breakpoint
CREATE INDEX `scim_groups_external_id` ON `scim_groups` (`external_id`);--> statement-breakpoint
CREATE INDEX `scim_groups_created` ON `scim_groups` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `scim_users` (
	`person_id` text PRIMARY KEY NOT NULL,
	`user_name` text NOT NULL,
	`user_name_key` text NOT NULL,
	`external_id` text,
	`attributes` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `scim_users_user_name` ON `scim_users` (`user_name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `scim_users_external_id` ON `scim_users` (`external_id`);--> statement-breakpoint
CREATE INDEX `scim_users_created` ON `scim_users` (`created_at`,`person_id`);--> statement-breakpoint
DROP INDEX `pairs_active`;--> statement-breakpoint
ALTER TABLE `pairs` ADD `suspended_at` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `pairs_active` ON `pairs` (`mentor_id`,`mentee_id`) WHERE state <> 'ended';--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `refused_columns` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `format` text DEFAULT 'csv' NOT NULL;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `source` text;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `columns` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `complete` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `missing` integer;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `active_before` integer;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `employee_imports` ADD `deactivated` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `keys` ADD `previous_hash` text;--> statement-breakpoint
ALTER TABLE `keys` ADD `previous_until` integer;--> statement-breakpoint
ALTER TABLE `keys` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `keys` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `keys_previous_hash` ON `keys` (`previous_hash`);--> statement-breakpoint
ALTER TABLE `organisers` ADD `role` text DEFAULT 'organiser' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisers` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `leaves_on` text;--> statement-breakpoint
CREATE INDEX `people_leaves_on` ON `people` (`leaves_on`) WHERE leaves_on IS NOT NULL AND active = 1;