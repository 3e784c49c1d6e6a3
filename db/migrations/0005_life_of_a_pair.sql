CREATE TABLE `talent_choices` (
	`participant_id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`visible` integer NOT NULL,
	`chosen_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `thank_you_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`author_id` text NOT NULL,
	`text` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `thank_you_notes_once` ON `thank_you_notes` (`pair_id`,`author_id`);--> statement-breakpoint
CREATE TABLE `feedback_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`session_id` text,
	`moment` text,
	`state` text NOT NULL,
	`reminders` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`expires_at` integer NOT NULL,
	`answered_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_requests_pulse` ON `feedback_requests` (`participant_id`,`session_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_requests_survey` ON `feedback_requests` (`participant_id`,`pair_id`,`moment`);--> statement-breakpoint
CREATE INDEX `feedback_requests_next` ON `feedback_requests` (`next_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `feedback_requests_pair` ON `feedback_requests` (`pair_id`);--> statement-breakpoint
CREATE TABLE `pulses` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`session_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`answers` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pulses_once` ON `pulses` (`session_id`,`participant_id`);--> statement-breakpoint
CREATE INDEX `pulses_pair` ON `pulses` (`pair_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `pulses_programme` ON `pulses` (`programme_id`);--> statement-breakpoint
CREATE TABLE `survey_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`moment` text NOT NULL,
	`answers` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_answers_once` ON `survey_answers` (`participant_id`,`pair_id`,`moment`);--> statement-breakpoint
CREATE INDEX `survey_answers_programme` ON `survey_answers` (`programme_id`,`moment`);--> statement-breakpoint
CREATE INDEX `survey_answers_pair` ON `survey_answers` (`pair_id`);--> statement-breakpoint
CREATE TABLE `help_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text,
	`participant_id` text NOT NULL,
	`source` text NOT NULL,
	`reader_id` text,
	`text` text,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`outcome` text,
	`decided_by` text,
	`decided_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `help_requests_open` ON `help_requests` (`programme_id`,`due_at`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `help_requests_participant` ON `help_requests` (`participant_id`);--> statement-breakpoint
CREATE TABLE `separations` (
	`pair_id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`reason` text,
	`reader_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `learning_modules` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`url` text,
	`minutes` integer NOT NULL,
	`before_first` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `learning_modules_programme` ON `learning_modules` (`programme_id`,`position`);--> statement-breakpoint
CREATE TABLE `module_completions` (
	`module_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`completed_at` integer NOT NULL,
	PRIMARY KEY(`module_id`, `participant_id`)
);
--> statement-breakpoint
CREATE INDEX `module_completions_participant` ON `module_completions` (`participant_id`);--> statement-breakpoint
CREATE TABLE `pair_agreements` (
	`pair_id` text PRIMARY KEY NOT NULL,
	`aims` text NOT NULL,
	`rhythm` text NOT NULL,
	`ways` text NOT NULL,
	`written_by` text NOT NULL,
	`mentor_accepted_at` integer,
	`mentee_accepted_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pair_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`state` text NOT NULL,
	`starts_at` integer NOT NULL,
	`minutes` integer NOT NULL,
	`place` text,
	`proposed_by` text NOT NULL,
	`planned_at` integer,
	`sequence` integer DEFAULT 0 NOT NULL,
	`moves` integer DEFAULT 0 NOT NULL,
	`cancelled_by` text,
	`cancelled_at` integer,
	`held_minutes` integer,
	`logged_by` text,
	`logged_at` integer,
	`confirmed_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `pair_sessions_pair` ON `pair_sessions` (`pair_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `pair_sessions_programme` ON `pair_sessions` (`programme_id`,`state`);--> statement-breakpoint
CREATE INDEX `pair_sessions_due` ON `pair_sessions` (`state`,`starts_at`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_once` ON `calendar_feeds` (`person_id`,`kind`);--> statement-breakpoint
CREATE TABLE `preferences` (
	`person_id` text PRIMARY KEY NOT NULL,
	`time_zone` text,
	`reminders` integer DEFAULT true NOT NULL,
	`quiet_from` integer DEFAULT 20 NOT NULL,
	`quiet_to` integer DEFAULT 8 NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `preparations` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`reasons` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`decided_by` text,
	`decided_at` integer,
	`due_at` integer NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `preparations_once` ON `preparations` (`pair_id`,`participant_id`);--> statement-breakpoint
CREATE INDEX `preparations_open` ON `preparations` (`programme_id`,`due_at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `takeaways` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`session_id` text,
	`author_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`state` text NOT NULL,
	`follow_up_at` integer,
	`reminders` integer DEFAULT 0 NOT NULL,
	`shared_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `takeaways_pair` ON `takeaways` (`pair_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `takeaways_programme` ON `takeaways` (`programme_id`,`kind`);--> statement-breakpoint
CREATE INDEX `takeaways_follow_up` ON `takeaways` (`follow_up_at`);--> statement-breakpoint
CREATE TABLE `troubles` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`pair_id` text NOT NULL,
	`kind` text NOT NULL,
	`side` text,
	`state` text NOT NULL,
	`owner` text NOT NULL,
	`due_at` integer NOT NULL,
	`outcome` text,
	`decided_by` text,
	`closed_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `troubles_open` ON `troubles` (`pair_id`,`kind`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `troubles_pair` ON `troubles` (`pair_id`);--> statement-breakpoint
CREATE INDEX `troubles_due` ON `troubles` (`programme_id`,`state`,`due_at`);--> statement-breakpoint
ALTER TABLE `organisers` ADD `subsidiary` text;--> statement-breakpoint
ALTER TABLE `pairs` ADD `paused_at` integer;--> statement-breakpoint
ALTER TABLE `pairs` ADD `paused_until` integer;--> statement-breakpoint
ALTER TABLE `pairs` ADD `exposed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `pairs` ADD `coach_id` text;--> statement-breakpoint
ALTER TABLE `programmes` ADD `referent_id` text;--> statement-breakpoint
ALTER TABLE `programmes` ADD `exposure_gap` integer DEFAULT 4 NOT NULL;