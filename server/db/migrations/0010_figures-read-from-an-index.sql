-- A series is read from a few pages of one index, and what an edition changed from another, however much there is of
-- everything else: decision 0076. Readers go on while the indexes are built, writers wait; keys change places last.
--> statement-breakpoint
CREATE UNIQUE INDEX "exact_figure_whole" ON "exact_figure" USING btree ("series","period","first_edition")
	INCLUDE ("period_end", "last_edition", "value", "numerator", "denominator", "n", "availability", "provisional", "as_at", "revised", "previous_value");
--> statement-breakpoint
CREATE INDEX "exact_figure_opened" ON "exact_figure" USING btree ("first_edition");
--> statement-breakpoint
CREATE INDEX "exact_figure_closed" ON "exact_figure" USING btree ("last_edition") WHERE last_edition is not null;
--> statement-breakpoint
CREATE INDEX "exact_figure_revised" ON "exact_figure" USING btree ("series","period") WHERE revised;
--> statement-breakpoint
CREATE UNIQUE INDEX "protected_figure_whole" ON "protected_figure" USING btree ("series","period","first_edition")
	INCLUDE ("period_end", "last_edition", "value", "numerator", "denominator", "n", "availability", "provisional", "as_at", "revised", "previous_value");
--> statement-breakpoint
CREATE INDEX "protected_figure_opened" ON "protected_figure" USING btree ("first_edition");
--> statement-breakpoint
CREATE INDEX "protected_figure_closed" ON "protected_figure" USING btree ("last_edition") WHERE last_edition is not null;
--> statement-breakpoint
CREATE INDEX "protected_figure_revised" ON "protected_figure" USING btree ("series","period") WHERE revised;
--> statement-breakpoint
-- A server vacuums a table once a fifth of it has changed: of ten years that is years, and until then a page that changed
-- is read beside its index. An edition changes more rows than this.
ALTER TABLE "exact_figure" SET (
	autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0,
	autovacuum_vacuum_insert_threshold = 500, autovacuum_vacuum_insert_scale_factor = 0,
	autovacuum_analyze_threshold = 500, autovacuum_analyze_scale_factor = 0.02
);
--> statement-breakpoint
ALTER TABLE "protected_figure" SET (
	autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0,
	autovacuum_vacuum_insert_threshold = 500, autovacuum_vacuum_insert_scale_factor = 0,
	autovacuum_analyze_threshold = 500, autovacuum_analyze_scale_factor = 0.02
);
--> statement-breakpoint
ALTER TABLE "exact_figure" DROP CONSTRAINT "exact_figure_version";
--> statement-breakpoint
ALTER TABLE "exact_figure" ADD CONSTRAINT "exact_figure_version" PRIMARY KEY USING INDEX "exact_figure_whole";
--> statement-breakpoint
ALTER TABLE "protected_figure" DROP CONSTRAINT "protected_figure_version";
--> statement-breakpoint
ALTER TABLE "protected_figure" ADD CONSTRAINT "protected_figure_version" PRIMARY KEY USING INDEX "protected_figure_whole";
