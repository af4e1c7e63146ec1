-- What officers released since the newest edition was public at once; from now on it comes with the next edition.
DELETE FROM "protected_action";
--> statement-breakpoint
INSERT INTO "protected_action" ("id", "position", "version", "document")
SELECT "frozen"."id", "live"."position", ("frozen"."document" ->> 'version')::integer, "frozen"."document"
FROM "protected_record" AS "frozen"
JOIN "exact_action" AS "live" ON "live"."id" = "frozen"."id"
WHERE "frozen"."kind" = 'action'
	AND "frozen"."last_edition" IS NULL
	AND "live"."document" ->> 'release' = 'public';
