ALTER TABLE `webhook_endpoints` ADD `challenge_outcome` text;--> statement-breakpoint
ALTER TABLE `webhook_endpoints` ADD `challenge_status` integer;