CREATE TABLE `match_run_parts` (
	`run_id` text NOT NULL,
	`kind` text NOT NULL,
	`part` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`run_id`, `kind`, `part`)
);
--> statement-breakpoint
CREATE INDEX `match_candidates_position` ON `match_candidates` (`run_id`,`position`);--> statement-breakpoint
CREATE INDEX `proposals_run` ON `proposals` (`run_id`,`id`);