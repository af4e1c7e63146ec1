CREATE TABLE "audit" (
	"place" integer PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"who" text NOT NULL,
	"account" text,
	"role" text NOT NULL,
	"deed" text NOT NULL,
	"about" json NOT NULL,
	"outcome" text NOT NULL,
	"hash" text NOT NULL,
	"once" text,
	CONSTRAINT "audit_once" UNIQUE("once")
);
--> statement-breakpoint
CREATE TABLE "load_log" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"who" text NOT NULL,
	"state" text NOT NULL,
	"files" json NOT NULL,
	"mapping" json,
	"errors" integer NOT NULL,
	"notices" integer NOT NULL,
	"changes" json NOT NULL,
	"edition" integer,
	"published_at" timestamp with time zone,
	"published_by" text,
	"label" text,
	"note" text,
	"reason" text
);
--> statement-breakpoint
CREATE INDEX "audit_deed" ON "audit" USING btree ("deed","place");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE FUNCTION "audit_stays"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	RAISE EXCEPTION 'rows of the audit are never changed or deleted' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER "audit_stays" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "audit_stays"();
