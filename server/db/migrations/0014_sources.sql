CREATE TABLE "source" (
	"name" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone,
	"outcome" text,
	"words" text,
	"load" text,
	"came_at" timestamp with time zone,
	"fingerprint" text,
	"slot" timestamp with time zone,
	"asking_until" timestamp with time zone
);
