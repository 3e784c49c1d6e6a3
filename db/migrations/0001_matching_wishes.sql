CREATE TABLE `exclusions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`address` text NOT NULL,
	`named_person_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exclusions_once` ON `exclusions` (`person_id`,`address`);--> statement-breakpoint
CREATE TABLE `mentor_wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`participant_id` text NOT NULL,
	`address` text NOT NULL,
	`named_person_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_wishes_once` ON `mentor_wishes` (`participant_id`);--> statement-breakpoint
CREATE TABLE `named_group_people` (
	`group_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `person_id`)
);
--> statement-breakpoint
CREATE INDEX `named_group_people_person` ON `named_group_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `named_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`programme_id` text NOT NULL,
	`name` text NOT NULL,
	`label` text NOT NULL,
	`served_first` integer NOT NULL,
	`appraisal_levels` integer,
	`appraisal_reason` text,
	`appraisal_decided_by` text,
	`appraisal_decided_at` integer,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `named_groups_name` ON `named_groups` (`programme_id`,`name`);--> statement-breakpoint
CREATE TABLE `pair_decisions` (
	`id` text NOT NULL,
	`programme_id` text NOT NULL,
	`mentor_person_id` text NOT NULL,
	`mentee_person_id` text NOT NULL,
	`decision` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`programme_id`, `mentor_person_id`, `mentee_person_id`),
	CONSTRAINT "pair_decisions_two_people" CHECK(mentor_person_id <> mentee_person_id)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pair_decisions_id` ON `pair_decisions` (`id`);--> statement-breakpoint
CREATE INDEX `pair_decisions_programme` ON `pair_decisions` (`programme_id`,`decision`,`id`);--> statement-breakpoint
ALTER TABLE `match_runs` ADD `objective` text;--> statement-breakpoint
ALTER TABLE `match_runs` ADD `settings` text;--> statement-breakpoint
ALTER TABLE `match_runs` ADD `previous_id` text;--> statement-breakpoint
ALTER TABLE `match_runs` ADD `worst` integer;--> statement-breakpoint
ALTER TABLE `match_runs` ADD `certified` integer;--> statement-breakpoint
ALTER TABLE `programmes` ADD `matching_objective` text DEFAULT 'coverage' NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `different` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `hopes` text DEFAULT '{"IM1":{"IR1":0.5,"IR2":1,"IR3":0.4,"IR4":0.7,"IR5":0.7},"IM2":{"IR1":0.3,"IR2":0.6,"IR3":1,"IR4":0.7,"IR5":0.3},"IM3":{"IR1":0.75,"IR2":0.4,"IR3":0.75,"IR4":0.25,"IR5":1},"IM4":{"IR1":1,"IR2":0.4,"IR3":0.5,"IR4":0.75,"IR5":0.6},"IM5":{"IR1":1,"IR2":0.5,"IR3":0.85,"IR4":0.65,"IR5":1}}' NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `own_rules` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `mentors_per_mentee` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `asked_bonus` integer DEFAULT 30000 NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `kept_bonus` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `programmes` ADD `changes_max` integer;