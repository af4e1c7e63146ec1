import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --name what-changed` writes the next migration from the schema. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './server/db/schema/editions.ts',
    './server/db/schema/exact.ts',
    './server/db/schema/protected.ts',
    './server/db/schema/packs.ts',
    './server/db/schema/sessions.ts',
    './server/db/schema/shared.ts',
    './server/db/schema/audit.ts',
    './server/db/schema/load-log.ts',
    './server/db/schema/mappings.ts',
    './server/db/schema/sources.ts',
  ],
  out: './server/db/migrations',
})
