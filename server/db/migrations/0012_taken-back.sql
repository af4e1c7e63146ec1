ALTER TABLE "edition" ADD COLUMN "stands_on" integer;--> statement-breakpoint
ALTER TABLE "load_log" ADD COLUMN "takes_back" json;