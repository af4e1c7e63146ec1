import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findPostgres } from '../support/postgres/find-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'no-postgres-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('says what to do where there is no PostgreSQL, and what is wrong with the one that is named', () => {
  expect(() => findPostgres({ PG_BIN: folder })).toThrow(
    /No PostgreSQL for the tests.*PG_BIN=.*without initdb/s,
  )
  writeFileSync(join(folder, 'initdb'), '')
  expect(() => findPostgres({ PG_BIN: folder })).toThrow(
    /named by PG_BIN\): without postgres, pg_dump, pg_restore/,
  )
})
