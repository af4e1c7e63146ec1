CREATE TABLE "load_file" (
	"load" text NOT NULL,
	"place" integer NOT NULL,
	"label" text NOT NULL,
	"is_mapping" boolean NOT NULL,
	"is_named" boolean NOT NULL,
	CONSTRAINT "load_file_key" PRIMARY KEY("load","place")
);
--> statement-breakpoint
CREATE TABLE "load_piece" (
	"load" text NOT NULL,
	"place" integer NOT NULL,
	"piece" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "load_piece_key" PRIMARY KEY("load","place","piece")
);
--> statement-breakpoint
CREATE TABLE "load" (
	"id" text PRIMARY KEY NOT NULL,
	"document" json NOT NULL,
	"stands_on" integer NOT NULL,
	"begun_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "post_key" (
	"name" text PRIMARY KEY NOT NULL,
	"asked" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"status" integer,
	"etag" text,
	"body" json
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "request_count" (
	"name" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "load_file" ADD CONSTRAINT "load_file_load_load_id_fk" FOREIGN KEY ("load") REFERENCES "public"."load"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "load_piece" ADD CONSTRAINT "load_piece_of_file" FOREIGN KEY ("load","place") REFERENCES "public"."load_file"("load","place") ON DELETE cascade ON UPDATE no action;