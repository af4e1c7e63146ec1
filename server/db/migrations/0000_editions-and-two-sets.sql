CREATE TABLE "edition" (
	"number" integer PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"data_as_at" date NOT NULL,
	"note" text,
	"superseded_by" integer,
	"withdrawn" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"only" integer PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"service" text NOT NULL,
	"illustrative" boolean NOT NULL,
	"marking" text NOT NULL,
	"timezone" text NOT NULL,
	CONSTRAINT "organisation_is_one" CHECK ("organisation"."only" = 1)
);
--> statement-breakpoint
CREATE TABLE "exact_figure" (
	"series" integer NOT NULL,
	"period" text NOT NULL,
	"period_end" date NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"n" double precision,
	"availability" text NOT NULL,
	"provisional" boolean NOT NULL,
	"as_at" date NOT NULL,
	"revised" boolean NOT NULL,
	"previous_value" double precision,
	"first_edition" integer NOT NULL,
	"last_edition" integer,
	CONSTRAINT "exact_figure_version" PRIMARY KEY("series","period","first_edition")
);
--> statement-breakpoint
CREATE TABLE "exact_record" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"document" json NOT NULL,
	"first_edition" integer NOT NULL,
	"last_edition" integer,
	CONSTRAINT "exact_record_version" PRIMARY KEY("kind","id","first_edition")
);
--> statement-breakpoint
CREATE TABLE "exact_series" (
	"id" integer PRIMARY KEY NOT NULL,
	"kpi" text NOT NULL,
	"dimension" text NOT NULL,
	"member" text NOT NULL,
	CONSTRAINT "exact_series_key" UNIQUE("kpi","dimension","member")
);
--> statement-breakpoint
CREATE TABLE "protected_figure" (
	"series" integer NOT NULL,
	"period" text NOT NULL,
	"period_end" date NOT NULL,
	"value" double precision,
	"numerator" double precision,
	"denominator" double precision,
	"n" double precision,
	"availability" text NOT NULL,
	"provisional" boolean NOT NULL,
	"as_at" date NOT NULL,
	"revised" boolean NOT NULL,
	"previous_value" double precision,
	"first_edition" integer NOT NULL,
	"last_edition" integer,
	CONSTRAINT "protected_figure_version" PRIMARY KEY("series","period","first_edition")
);
--> statement-breakpoint
CREATE TABLE "protected_record" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"document" json NOT NULL,
	"first_edition" integer NOT NULL,
	"last_edition" integer,
	CONSTRAINT "protected_record_version" PRIMARY KEY("kind","id","first_edition")
);
--> statement-breakpoint
CREATE TABLE "protected_series" (
	"id" integer PRIMARY KEY NOT NULL,
	"kpi" text NOT NULL,
	"dimension" text NOT NULL,
	"member" text NOT NULL,
	CONSTRAINT "protected_series_key" UNIQUE("kpi","dimension","member")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "exact_figure_standing" ON "exact_figure" USING btree ("series","period") WHERE last_edition is null;--> statement-breakpoint
CREATE UNIQUE INDEX "exact_record_standing" ON "exact_record" USING btree ("kind","id") WHERE last_edition is null;--> statement-breakpoint
CREATE UNIQUE INDEX "protected_figure_standing" ON "protected_figure" USING btree ("series","period") WHERE last_edition is null;--> statement-breakpoint
CREATE UNIQUE INDEX "protected_record_standing" ON "protected_record" USING btree ("kind","id") WHERE last_edition is null;