CREATE TABLE "pack" (
	"id" text PRIMARY KEY NOT NULL,
	"document" json NOT NULL,
	"stored_at" timestamp with time zone NOT NULL
);
