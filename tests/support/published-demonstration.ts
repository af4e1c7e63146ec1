import { readFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { readPublished } from '../../mocks/db.ts'
import { openTables, publishEach } from '../../mocks/edition-tables.ts'
import { buildDemoPublications, demoOrganisation } from '../../src/demo/demonstration.ts'
import { makeOnce, placeOf } from './made-once.ts'

/**
 * The demonstration as the mock holds it, published and analysed once and read by every process of tests that asks the
 * mock: working it out takes a process some thirteen seconds of processor. That it is what the data service
 * publishes is proved in `tests/contract`.
 */
const image = { name: 'published', of: ['mocks', 'src'] }

export default async function makePublishedDemonstration(): Promise<void> {
  await makeOnce(image, async () => {
    const published = publishEach(buildDemoPublications())
    const tables = openTables(published, demoOrganisation.name)
    for (const { number } of published.editions) {
      tables.readAnalysis(number, 'exact')
      tables.readAnalysis(number, 'protected')
    }
    return serialize(published)
  })
}

export function readMadeDemonstration(): void {
  readPublished(() => deserialize(readFileSync(placeOf(image))))
}
