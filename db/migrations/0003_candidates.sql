CREATE TABLE `contact_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`about` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `contact_messages_state` ON `contact_messages` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`reasons` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`decided_by` text,
	`decided_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_participant` ON `conversations` (`participant_id`);--> statement-breakpoint
CREATE INDEX `conversations_open` ON `conversations` (`programme_id`,`state`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`email_key` text NOT NULL,
	`fields` text NOT NULL,
	`token_hash` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `drafts_token` ON `drafts` (`token_hash`);--> statement-breakpoint
CREATE INDEX `drafts_email` ON `drafts` (`email_key`,`created_at`);--> statement-breakpoint
CREATE INDEX `drafts_expiry` ON `drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`answered_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_token` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_participant` ON `invitations` (`participant_id`);--> statement-breakpoint
CREATE INDEX `invitations_expiry` ON `invitations` (`expires_at`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`profile` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `own_question_sets` (
	`programme_id` text NOT NULL,
	`version` integer NOT NULL,
	`questions` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`programme_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `programme_texts` (
	`programme_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`words` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`programme_id`, `kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`source` text NOT NULL,
	`url` text NOT NULL,
	`language` text,
	`published_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `resources_published` ON `resources` (`published_at`);--> statement-breakpoint
CREATE TABLE `sign_up_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_up_codes_code` ON `sign_up_codes` (`code_hash`);--> statement-breakpoint
CREATE INDEX `sign_up_codes_person` ON `sign_up_codes` (`person_id`);--> statement-breakpoint
CREATE INDEX `sign_up_codes_expiry` ON `sign_up_codes` (`expires_at`);--> statement-breakpoint
CREATE TABLE `testimonies` (
	`id` text PRIMARY KEY NOT NULL,
	`author` text NOT NULL,
	`organisation` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `testimonies_state` ON `testimonies` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `esco_skills` (
	`id` text PRIMARY KEY NOT NULL,
	`fr` text NOT NULL,
	`en` text NOT NULL,
	`group` text,
	`folded` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topic_suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`topic` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `topic_suggestions_state` ON `topic_suggestions` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`group` text NOT NULL,
	`name` text NOT NULL,
	`transversal` integer NOT NULL,
	`family` text,
	`nature` text NOT NULL,
	`esco` text,
	`offered` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `participants` ADD `own_questions_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `participants` ADD `notice_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `participants` ADD `proposed_by` text;--> statement-breakpoint
ALTER TABLE `programmes` ADD `notice_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `own_questions_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `works_council` text;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `own_questions_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `notice_version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ups` ADD `person_id` text;