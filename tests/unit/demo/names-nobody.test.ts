import { describe, expect, it } from 'vitest'
import { findPerson } from '../../../src/contract/person-in-text.ts'
import { buildDemoPublications } from '../../../src/demo/demonstration.ts'
import { isPersonName } from '../../../src/domain/persons/person-name.ts'
import { isPersonDimension } from '../../../src/ingest/persons/person-header.ts'
import { seriesKey } from '../../../src/ingest/standing.ts'
import { findFarFigures } from '../../../src/ingest/watch-outliers.ts'

const publications = buildDemoPublications()

/** Every text of a value, however deeply it lies. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

// what the loader would refuse must not be what it is shown with: each is a false alarm
describe('the demonstration', () => {
  const texts = [...new Set(publications.flatMap(({ figures: _, ...records }) => textsOf(records)))]

  it('names nobody in any of its texts', () => {
    expect(texts.length).toBeGreaterThan(500)
    expect(texts.filter((text) => findPerson(text) !== null || isPersonName(text))).toEqual([])
  })

  it('has no breakdown by person, and no figure that is far from all others', () => {
    // as the last edition would be loaded, with all that stands
    const latest = new Map(
      publications
        .flatMap((publication) => [...publication.figures])
        .map((figure) => [`${seriesKey(figure)} ${figure.period}`, figure]),
    )
    const figures = [...latest.values()]
    expect([...new Set(figures.map(({ dimension }) => dimension))].filter(isPersonDimension)).toEqual([])
    const far = [...Map.groupBy(figures, seriesKey)].filter(([, own]) => {
      const points = own.flatMap(({ period, value }) =>
        value !== null && value > 0 ? [{ period, value }] : [],
      )
      return findFarFigures(points).length > 0
    })
    expect(far.map(([key]) => key)).toEqual([])
  })
})
