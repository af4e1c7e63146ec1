import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** What queries are written against: the embedded database, a PostgreSQL server, or a transaction in either. */
export type Queries = PgDatabase<PgQueryResultHKT>
