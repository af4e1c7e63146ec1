import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { openDataDirectory } from '../../../server/db/open-data-directory.ts'

/**
 * Puts into a folder what a start with SEED=none leaves there. It is made once a file and copied: making it takes
 * longer than most of what is then tested. That an empty folder is filled is proved by whoever starts on one.
 */
export function withEmptyDatabases(): { putInto: (directory: string) => void } {
  const home = mkdtempSync(join(tmpdir(), 'dashboard-empty-'))
  const made = join(home, 'made')
  beforeAll(async () => (await openDataDirectory(made)).close())
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  return { putInto: (directory) => cpSync(made, directory, { recursive: true }) }
}
