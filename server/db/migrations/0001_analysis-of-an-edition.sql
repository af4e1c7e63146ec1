CREATE TABLE "exact_analysis" (
	"edition" integer NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"document" json NOT NULL,
	CONSTRAINT "exact_analysis_key" PRIMARY KEY("edition","kind","id")
);
--> statement-breakpoint
CREATE TABLE "protected_analysis" (
	"edition" integer NOT NULL,
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"document" json NOT NULL,
	CONSTRAINT "protected_analysis_key" PRIMARY KEY("edition","kind","id")
);
