CREATE TABLE "scheduled_load" (
	"load" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"naming" json NOT NULL,
	"by" json NOT NULL,
	"state" text NOT NULL,
	"why" text
);
--> statement-breakpoint
ALTER TABLE "scheduled_load" ADD CONSTRAINT "scheduled_load_load_load_id_fk" FOREIGN KEY ("load") REFERENCES "public"."load"("id") ON DELETE cascade ON UPDATE no action;