import { openEmbeddedDatabase, openPostgres } from '../server/db/database.ts'
import { loadDemonstration } from '../server/db/load-demonstration.ts'
import { type Comparison, compare } from './measure.ts'
import { openAnyCouncil } from './scale/any-council.ts'
import { generateFigures } from './scale/generate-figures.ts'
import { type Layout, layOut, otherLayouts } from './scale/layouts.ts'
import { openSizes, type Size } from './scale/open-sizes.ts'
import { serviceAgainstBareSql } from './scale/service.ts'

/** Tables are laid out in other ways up to this size: each way takes as much disk again. */
const mostLaidOut = 10

/**
 * The service at so many millions of rows on PostgreSQL, and at one council's ten years in the embedded database,
 * against bare SQL; bare SQL of any council against that of the fewest rows; other layouts of the table against ours.
 */
export async function scale(millions: readonly number[] = [1, 10]): Promise<Comparison[]> {
  const results = await embedded()
  const { sizes, close } = await openSizes(millions)
  try {
    for (const size of sizes) {
      const database = await openPostgres(size.url)
      results.push(...(await serviceAgainstBareSql(database, at(size))))
      await database.close()
    }
    const [least, ...more] = sizes
    for (const size of more) if (least) results.push(...(await flatness(size, least)))
    for (const size of sizes)
      if (size.millions <= mostLaidOut) results.push(...(await besideOtherLayouts(size)))
    return results
  } finally {
    await close()
  }
}

const at = ({ millions }: Size) => `at ${millions} million rows`

async function embedded(): Promise<Comparison[]> {
  const database = await openEmbeddedDatabase()
  try {
    await loadDemonstration(database)
    const { rows } = await generateFigures(database.queries, 1)
    return await serviceAgainstBareSql(database, `embedded, at ${rows} rows`)
  } finally {
    await database.close()
  }
}

async function flatness(size: Size, least: Size): Promise<Comparison[]> {
  const [many, few] = [await openAnyCouncil(size.url), await openAnyCouncil(least.url)]
  const about = (what: string) => ({
    name: `${what} of any council by bare SQL, ${at(size)} against ${least.millions}`,
    unit: 'ms' as const,
    goal: 'at most 1.30',
  })
  try {
    return [
      await compare(about('a series'), many.series, few.series, 200, 20),
      await compare(about('an overview'), many.overview, few.overview, 60, 5),
    ]
  } finally {
    await many.close()
    await few.close()
  }
}

async function besideOtherLayouts(size: Size): Promise<Comparison[]> {
  // all are made before any is asked: making one drives the others out of memory
  for (const layout of otherLayouts) await (await openLayout(size, layout)).close()
  const ours = await openAnyCouncil(size.url)
  const results: Comparison[] = []
  for (const layout of otherLayouts) {
    const other = await openLayout(size, layout)
    const about = (what: string) => ({
      name: `${what} by bare SQL, ours against ${layout}, ${at(size)}`,
      unit: 'ms' as const,
      goal: 'below 1',
    })
    results.push(
      await compare(about('a series'), ours.series, other.series, 200, 40),
      await compare(about('an overview'), ours.overview, other.overview, 20, 5),
      await compare(about('writing an edition'), ours.write, other.write, 10, 1),
    )
    await other.close()
  }
  await ours.close()
  return results
}

const openLayout = (size: Size, layout: Layout) =>
  openAnyCouncil(size.url, (client) => layOut(client, layout))
