import { describe, expect, it } from 'vitest'
import { aLoad, askedIn, errorsIn, figureHeader, noticesIn } from '../../support/a-load.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad } from '../../support/load-files.ts'
import { standingOn } from '../../support/standing-on.ts'

const { 'observations.csv': _, ...definitions } = soundLoad
const placed = (...places: readonly string[]) => ({
  ...definitions,
  'observations.csv': [
    figureHeader,
    ...places.map((place) => `ot-waiting,2025-09,comparator,${place},400,,,,,2025-10-06`),
  ].join('\n'),
})
const many = (count: number, nameOf: (index: number) => string) =>
  placed(...Array.from({ length: count }, (_, index) => nameOf(index)))

describe('other places', () => {
  it('have a ceiling, and keys of persons no way in', async () => {
    const load = await aLoad(many(501, (index) => `Q${index}`))
    expect([errorsIn(load), load.tables]).toEqual([
      [
        'load:0:0 the load names 501 other places (comparator) that no edition has: more than 500 may be a list of persons → load figures of councils, regions and the country; of anything else give a breakdown',
      ],
      [],
    ])
    expect(errorsIn(await aLoad(many(400, (index) => `E0${7000000 + index}`)))).toEqual([])
    const numbered = await aLoad(placed('4410023', '4410871'))
    expect(askedIn(numbered)[0]).toContain('they may be keys to single persons')
    expect(JSON.stringify(numbered.problems)).not.toContain('44100')
  })

  it('are one place whatever kind of space is written', async () => {
    const standing = await standingOn(await aLoad(placed('Tower Hamlets')))
    const load = await aLoad(placed('Tower\u00a0Hamlets', 'Tower Hamlet'), { standing })
    const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
    expect(figures.map(({ member }) => member)).toEqual(['Tower Hamlets', 'Tower Hamlet'])
    expect(noticesIn(load).filter((one) => one.includes('places'))).toEqual([
      'load:0:0 a place is new among other places: Tower Hamlet → look whether one is written otherwise than before: it would be another place',
    ])
  })

  it('are refused with a letter of another alphabet', async () => {
    expect(errorsIn(await aLoad(placed('B\u0435xley')))[0]).toContain('mixes letters of several alphabets')
  })

  it('are no lines of a publication below its table', async () => {
    const mapping = {
      files: [
        {
          file: 'rtt 2025-09.csv',
          outputs: [
            {
              kpi: 'ot-waiting',
              dimension: 'comparator',
              member: { column: 'Council' },
              period: { fileName: { after: 'rtt ' }, form: 'period' },
              value: { column: 'Number' },
              asAt: '2025-10-06',
            },
          ],
        },
      ],
    }
    const rows = [
      'Brent,45',
      'Harrow,',
      '© Crown copyright 2025,',
      '[c] = confidential,',
      'Last updated 3 October 2025,',
    ]
    const load = await aLoad(
      { ...definitions, 'rtt 2025-09.csv': ['Council,Number', ...rows].join('\n') },
      { mapping },
    )
    const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
    expect(figures.map(({ member }) => member)).toEqual(['Brent', 'Harrow'])
  })
})
