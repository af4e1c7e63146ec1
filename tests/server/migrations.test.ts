import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { describe, expect, it } from 'vitest'
import * as editions from '../../server/db/schema/editions.ts'
import * as exact from '../../server/db/schema/exact.ts'
import * as packs from '../../server/db/schema/packs.ts'
import * as shielded from '../../server/db/schema/protected.ts'

const folder = join(import.meta.dirname, '../../server/db/migrations/meta')
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe('the migrations', () => {
  it('end at the schema that the code is written against', async () => {
    const { entries } = read('_journal.json')
    const newest = read(`${String(entries.at(-1).idx).padStart(4, '0')}_snapshot.json`)
    const current = generateDrizzleJson({ ...editions, ...exact, ...packs, ...shielded })
    // when this fails: npx drizzle-kit generate --name what-changed
    expect(await generateMigration(newest, current)).toEqual([])
  })
})
