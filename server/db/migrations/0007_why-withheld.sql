CREATE TABLE "exact_withheld" (
	"series" integer NOT NULL,
	"period" text NOT NULL,
	"document" json NOT NULL,
	"first_edition" integer NOT NULL,
	"last_edition" integer,
	CONSTRAINT "exact_withheld_version" PRIMARY KEY("series","period","first_edition")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "exact_withheld_standing" ON "exact_withheld" USING btree ("series","period") WHERE last_edition is null;