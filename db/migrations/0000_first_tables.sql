CREATE TABLE `employee_import_chunks` (
	`import_id` text NOT NULL,
	`chunk` integer NOT NULL,
	`lines` text NOT NULL,
	PRIMARY KEY(`import_id`, `chunk`)
);
--> statement-breakpoint
CREATE TABLE `employee_import_findings` (
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`severity` text NOT NULL,
	`external_id` text,
	`field` text,
	`value` text,
	PRIMARY KEY(`import_id`, `line`, `position`)
);
--> statement-breakpoint
CREATE TABLE `employee_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`mode` text NOT NULL,
	`chunks` integer NOT NULL,
	`chunks_done` integer DEFAULT 0 NOT NULL,
	`lines` integer NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`updated` integer DEFAULT 0 NOT NULL,
	`unchanged` integer DEFAULT 0 NOT NULL,
	`rejected` integer DEFAULT 0 NOT NULL,
	`ignored_columns` text NOT NULL,
	`lease_until` integer,
	`fence` integer DEFAULT 0 NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`completed_at` integer
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`subject` text NOT NULL,
	`version` integer NOT NULL,
	`data` text NOT NULL,
	`actor` text NOT NULL,
	`outside` integer NOT NULL,
	`occurred_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_id` ON `events` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `events_subject_version` ON `events` (`subject`,`version`);--> statement-breakpoint
CREATE INDEX `events_outside` ON `events` (`outside`,`seq`);--> statement-breakpoint
CREATE TABLE `guards` (
	`ok` integer NOT NULL,
	CONSTRAINT "guards_hold" CHECK(ok = 1)
);
--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`last_used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash` ON `keys` (`hash`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`template` text NOT NULL,
	`language` text NOT NULL,
	`to_address` text,
	`facts` text,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`last_outcome` text,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_key` ON `mails` (`key`);--> statement-breakpoint
CREATE INDEX `mails_due` ON `mails` (`next_attempt_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE TABLE `match_candidates` (
	`run_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`position` integer NOT NULL,
	`arcs` text NOT NULL,
	PRIMARY KEY(`run_id`, `mentee_id`)
);
--> statement-breakpoint
CREATE TABLE `match_run_waiting` (
	`run_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`reason` text NOT NULL,
	`facts` text NOT NULL,
	PRIMARY KEY(`run_id`, `participant_id`)
);
--> statement-breakpoint
CREATE TABLE `match_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`round` integer NOT NULL,
	`state` text NOT NULL,
	`requested_by` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`fence` integer DEFAULT 0 NOT NULL,
	`weights` text,
	`weights_version` integer,
	`mentors` integer,
	`mentees` integer,
	`arcs` integer,
	`matched` integer,
	`total` integer,
	`failure` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`completed_at` integer,
	`approved_at` integer,
	`approved_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `match_runs_round` ON `match_runs` (`programme_id`,`round`) WHERE state <> 'superseded';--> statement-breakpoint
CREATE INDEX `match_runs_waiting` ON `match_runs` (`state`) WHERE state IN ('queued', 'running');--> statement-breakpoint
CREATE TABLE `organisers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisers_email_key` ON `organisers` (`email_key`);--> statement-breakpoint
CREATE TABLE `pairs` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`state` text NOT NULL,
	`ending` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer NOT NULL,
	CONSTRAINT "pairs_two_people" CHECK(mentor_id <> mentee_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pairs_proposal` ON `pairs` (`proposal_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `pairs_active` ON `pairs` (`mentor_id`,`mentee_id`) WHERE state = 'active';--> statement-breakpoint
CREATE INDEX `pairs_mentee` ON `pairs` (`mentee_id`);--> statement-breakpoint
CREATE INDEX `pairs_programme` ON `pairs` (`programme_id`,`state`);--> statement-breakpoint
CREATE TABLE `participants` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`state` text NOT NULL,
	`capacity` integer NOT NULL,
	`answers` text NOT NULL,
	`questionnaire_version` integer NOT NULL,
	`charter_version` integer NOT NULL,
	`volunteer_at` integer,
	`charter_at` integer,
	`reminders` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `participants_once` ON `participants` (`programme_id`,`person_id`,`role`);--> statement-breakpoint
CREATE INDEX `participants_person` ON `participants` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`email` text,
	`email_key` text,
	`language` text,
	`grade` text,
	`grade_rank` integer,
	`job_family` text,
	`subsidiary` text,
	`site` text,
	`hired_in` text,
	`relation` text NOT NULL,
	`active` integer NOT NULL,
	`recheck` integer DEFAULT false NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "people_external_id_form" CHECK(external_id IS NULL OR substr(external_id, 1, 4) <> 'per_')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_external_id` ON `people` (`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_key` ON `people` (`email_key`);--> statement-breakpoint
CREATE INDEX `people_recheck` ON `people` (`recheck`) WHERE recheck = 1;--> statement-breakpoint
CREATE INDEX `people_updated` ON `people` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`objectives` text NOT NULL,
	`words` text NOT NULL,
	`time_zone` text NOT NULL,
	`sign_ups_open_at` integer,
	`sign_ups_close_at` integer,
	`matching_at` integer,
	`rematch_days` integer,
	`acceptance_days` integer NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`session_minutes` integer NOT NULL,
	`preparation_minutes` integer NOT NULL,
	`capacity_max` integer NOT NULL,
	`seniority_gap` integer NOT NULL,
	`experience_gap_years` integer NOT NULL,
	`unknown_seniority_allowed` integer NOT NULL,
	`externals_allowed` integer NOT NULL,
	`weights` text NOT NULL,
	`weights_version` integer NOT NULL,
	`charter_version` integer NOT NULL,
	`published_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `programmes_slug` ON `programmes` (`slug`);--> statement-breakpoint
CREATE INDEX `programmes_matching` ON `programmes` (`matching_at`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`mentee_id` text NOT NULL,
	`score` integer NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`mentor_accepted_at` integer,
	`mentee_accepted_at` integer,
	`revealed_at` integer,
	`deadline_at` integer,
	`impossible_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "proposals_two_people" CHECK(mentor_id <> mentee_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_once` ON `proposals` (`run_id`,`mentor_id`,`mentee_id`);--> statement-breakpoint
CREATE INDEX `proposals_mentor` ON `proposals` (`mentor_id`);--> statement-breakpoint
CREATE INDEX `proposals_mentee` ON `proposals` (`mentee_id`);--> statement-breakpoint
CREATE INDEX `proposals_deadline` ON `proposals` (`deadline_at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `refusals` (
	`proposal_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`mentor_person_id` text NOT NULL,
	`mentee_person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `participant_id`)
);
--> statement-breakpoint
CREATE INDEX `refusals_people` ON `refusals` (`mentor_person_id`,`mentee_person_id`);--> statement-breakpoint
CREATE TABLE `reporting_lines` (
	`person` text NOT NULL,
	`manager` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`person`, `manager`)
);
--> statement-breakpoint
CREATE INDEX `reporting_lines_manager` ON `reporting_lines` (`manager`);--> statement-breakpoint
CREATE TABLE `sign_in_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`providerId` text NOT NULL,
	`userId` text NOT NULL,
	`accessToken` text,
	`refreshToken` text,
	`idToken` text,
	`accessTokenExpiresAt` integer,
	`refreshTokenExpiresAt` integer,
	`scope` text,
	`password` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`expiresAt` integer NOT NULL,
	`token` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`ipAddress` text,
	`userAgent` text,
	`userId` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_sessions_token_unique` ON `sign_in_sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sign_in_sessions_user` ON `sign_in_sessions` (`userId`);--> statement-breakpoint
CREATE TABLE `sign_in_users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer NOT NULL,
	`image` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_users_email_unique` ON `sign_in_users` (`email`);--> statement-breakpoint
CREATE TABLE `sign_in_verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_verifications_identifier` ON `sign_in_verifications` (`identifier`);--> statement-breakpoint
CREATE TABLE `sign_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`role` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`language` text NOT NULL,
	`answers` text NOT NULL,
	`questionnaire_version` integer NOT NULL,
	`charter_version` integer NOT NULL,
	`volunteer_at` integer NOT NULL,
	`charter_at` integer NOT NULL,
	`reminders` integer NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`confirmed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_token` ON `sign_ups` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ups_email` ON `sign_ups` (`email_key`,`created_at`);--> statement-breakpoint
CREATE INDEX `sign_ups_expiry` ON `sign_ups` (`expires_at`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`endpoint_id` text NOT NULL,
	`event_seq` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`last_status` integer,
	`last_outcome` text,
	`delivered_at` integer,
	PRIMARY KEY(`endpoint_id`, `event_seq`)
);
--> statement-breakpoint
CREATE INDEX `webhook_deliveries_due` ON `webhook_deliveries` (`next_attempt_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE TABLE `webhook_endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`description` text NOT NULL,
	`types` text NOT NULL,
	`secret` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
