CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"chosen" json NOT NULL,
	"choices" json NOT NULL,
	"person" text,
	"subject" text,
	"visit" text,
	"begun_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"nonce" text NOT NULL,
	"verifier" text NOT NULL,
	"return_to" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
