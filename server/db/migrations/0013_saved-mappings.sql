CREATE TABLE "saved_mapping" (
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"mapping" json,
	"fingerprints" json NOT NULL,
	"who" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_mapping_name_version_pk" PRIMARY KEY("name","version")
);
