CREATE TABLE `event_seals` (
	`event_seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_leases` (
	`job` text PRIMARY KEY NOT NULL,
	`fence` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_suppressions` (
	`address_hash` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `webhook_attempts` (
	`endpoint_id` text NOT NULL,
	`event_seq` integer NOT NULL,
	`attempt` integer NOT NULL,
	`attempted_at` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`outcome` text NOT NULL,
	`status` integer,
	`answer` text,
	PRIMARY KEY(`endpoint_id`, `event_seq`, `attempt`)
);
--> statement-breakpoint
CREATE INDEX `webhook_attempts_old` ON `webhook_attempts` (`attempted_at`);--> statement-breakpoint
ALTER TABLE `mails` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `mails` ADD `reminder` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `mails` ADD `message_id` text;--> statement-breakpoint
CREATE INDEX `mails_sending` ON `mails` (`next_attempt_at`) WHERE state = 'sending';--> statement-breakpoint
ALTER TABLE `organisers` ADD `digest` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `webhook_deliveries` ADD `line` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `webhook_deliveries_line` ON `webhook_deliveries` (`endpoint_id`,`line`,`event_seq`) WHERE delivered_at IS NULL;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `previous_secret` text;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `previous_secret_until` integer;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `disabled_reason` text;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `challenge` text;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `challenge_attempts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `challenge_next_at` integer;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `failing_since` integer;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `open_until` integer;