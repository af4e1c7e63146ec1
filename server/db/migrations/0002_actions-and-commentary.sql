CREATE TABLE "exact_action" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"version" integer NOT NULL,
	"document" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exact_action_key" (
	"key" text PRIMARY KEY NOT NULL,
	"action" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exact_commentary_draft" (
	"kpi" text NOT NULL,
	"period" text NOT NULL,
	"author_role" text NOT NULL,
	"version" integer NOT NULL,
	"document" json NOT NULL,
	CONSTRAINT "exact_commentary_draft_key" PRIMARY KEY("kpi","period","author_role")
);
--> statement-breakpoint
CREATE TABLE "protected_action" (
	"id" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"version" integer NOT NULL,
	"document" json NOT NULL
);
