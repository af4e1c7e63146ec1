import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../server/db/database.ts'
import { readEdition, readEditions } from '../../server/db/editions.ts'
import { openExactReader } from '../../server/db/exact-reader.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { openProtectedReader } from '../../server/db/protected-reader.ts'
import { publishEdition, writePublication } from '../../server/db/publish.ts'
import { rehearse } from '../../server/db/rehearse.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { aFigure } from '../support/a-figure.ts'
import { aMilestone } from '../support/a-milestone.ts'
import { aDatabase, countRows, emptyDatabase } from './support/a-database.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

let database: Database

beforeAll(async () => {
  database = await aDatabase()
})
beforeEach(() => emptyDatabase(database))
afterAll(() => database.close())

const selection = { kpis: ['ot-waiting'], dimension: 'borough' }
const readExact = (edition: number) => openExactReader(database.queries, edition).readSeries(selection)
const readProtected = (edition: number) =>
  openProtectedReader(database.queries, edition).readSeries(selection)
const valuesOf = async (read: ReturnType<typeof readExact>) =>
  (await read)[0]?.points.map(({ value }) => value)

const publishFirst = (figures: Iterable<Figure>) =>
  publishEdition(database, aPublication({ kpis: [aDefinition()], figures }))
const publishNext = (figures: Iterable<Figure>) =>
  publishEdition(database, aPublication({ label: 'September 2025', dataAsAt: '2025-10-06', figures }))

describe('an edition', () => {
  it('is numbered, and says which one came after it', async () => {
    await publishFirst([aFigure()])
    expect(await publishNext([])).toMatchObject({ number: 2, label: 'September 2025', supersededBy: null })
    expect(await readEditions(database.queries)).toMatchObject([
      { number: 2, supersededBy: null },
      { number: 1, supersededBy: 2, publishedAt: '2025-09-15T09:00:00Z', dataAsAt: '2025-09-08' },
    ])
  })

  it('says the same after a later one as before it', async () => {
    await publishFirst([aFigure({ value: 312 }), aFigure({ period: '2025-07', value: 318 })])
    const before = await readExact(1)
    await publishNext([aFigure({ value: 309 }), aFigure({ period: '2025-09', value: 300 })])
    expect(await readExact(1)).toEqual(before)
    expect(await valuesOf(readExact(2))).toEqual([318, 309, 300])
  })

  it('keeps figures and plan that the publication does not name', async () => {
    const milestones = [aMilestone()]
    await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()], milestones }))
    await publishNext([])
    expect(await valuesOf(readExact(2))).toEqual([312])
    expect((await openExactReader(database.queries, 2).readPlan()).milestones).toEqual(milestones)
  })

  it('keeps the definition that held when it was published', async () => {
    await publishFirst([aFigure()])
    await publishEdition(database, aPublication({ kpis: [aDefinition({ name: 'OT list', version: 2 })] }))
    const nameIn = async (edition: number) =>
      (await openExactReader(database.queries, edition).readKpis())[0]?.name
    expect([await nameIn(1), await nameIn(2)]).toEqual(['Waiting for OT assessment', 'OT list'])
  })

  it('gives every number back exactly as it came', async () => {
    const values = [0.1 + 0.2, 1 / 3, 5e-324, 1.7976931348623157e308, 9007199254740991, 43.8]
    const figures = values.map((value, index) =>
      aFigure({ period: `2025-0${index + 1}`, value, numerator: -value, denominator: value, n: value }),
    )
    await publishFirst(figures)
    const [series] = await readExact(1)
    expect(
      series?.points.map(({ value, numerator, denominator, n }) => [value, numerator, denominator, n]),
    ).toEqual(values.map((value) => [value, -value, value, value]))
  })

  it('holds a missing figure as missing, and a zero as zero', async () => {
    await publishFirst([
      aFigure({ period: '2025-07', value: null, availability: 'missing' }),
      aFigure({ period: '2025-08', value: 0 }),
    ])
    expect((await readExact(1))[0]?.points).toMatchObject([
      { value: null, availability: 'missing' },
      { value: 0, availability: 'present' },
    ])
  })

  it('takes its figures as a stream of more than one batch', async () => {
    async function* stream() {
      for (let member = 0; member < 4500; member++) yield aFigure({ dimension: 'list', member: `m${member}` })
    }
    const figures = stream()
    await publishEdition(database, { ...aPublication({ kpis: [aDefinition()] }), figures })
    const series = await openExactReader(database.queries, 1).readSeries({ ...selection, dimension: 'list' })
    expect([series.length, series[4499]?.member]).toEqual([4500, 'm4499'])
  })
})

describe('what is stored', () => {
  it('is not stored again where a figure has not changed, read later or not', async () => {
    const figures = [aFigure({ period: '2025-07' }), aFigure({ period: '2025-08' })]
    await publishFirst(figures)
    await publishNext(figures.map((figure) => ({ ...figure, asAt: '2025-10-06' })))
    expect([
      await countRows(database, 'exact_figure'),
      await countRows(database, 'protected_figure'),
    ]).toEqual([2, 2])
    expect((await readExact(2))[0]?.points.map(({ asAt }) => asAt)).toEqual(['2025-09-08', '2025-09-08'])
  })

  it('is not stored again where a document has not changed', async () => {
    const whole = aPublication({
      kpis: [aDefinition()],
      figures: [aFigure()],
      milestones: [aMilestone(), aMilestone({ id: 'M05' })],
    })
    await publishEdition(database, whole)
    const rows = await countRows(database, 'exact_record')
    await publishEdition(database, {
      ...whole,
      milestones: [aMilestone({ status: 'amber' }), aMilestone({ id: 'M05' })],
    })
    expect((await countRows(database, 'exact_record')) - rows).toBe(1)
  })

  it('is nothing at all where a publication fails half way', async () => {
    await publishFirst([aFigure()])
    async function* broken() {
      for (let member = 0; member < 4500; member++) yield aFigure({ dimension: 'list', member: `m${member}` })
      throw new Error('the file ended in the middle')
    }
    const figures = broken()
    await expect(publishEdition(database, { ...aPublication(), figures })).rejects.toThrow('in the middle')
    expect([
      (await readEditions(database.queries)).length,
      (await readEdition(database.queries, 1))?.supersededBy,
      await countRows(database, 'exact_series'),
      await countRows(database, 'exact_figure'),
    ]).toEqual([1, null, 1, 1])
  })

  it('is nothing where a figure is given twice', async () => {
    await expect(publishFirst([aFigure(), aFigure({ value: 313 })])).rejects.toThrow(
      'ot-waiting borough All 2025-08 is given twice',
    )
  })

  it('is nothing where a figure has no definition', async () => {
    await expect(publishFirst([aFigure({ kpi: 'ot-wating' })])).rejects.toThrow('ot-wating')
  })
})

describe('a revision', () => {
  it('is marked where a final figure gets another value, with the value that it replaced', async () => {
    await publishFirst([aFigure({ value: 312 })])
    await publishNext([aFigure({ value: 290 })])
    expect((await readExact(2))[0]?.points).toMatchObject([{ value: 290, revised: true, previousValue: 312 }])
    expect((await readExact(1))[0]?.points).toMatchObject([
      { value: 312, revised: false, previousValue: null },
    ])
  })

  it('is not marked where a provisional figure settles', async () => {
    await publishFirst([aFigure({ value: 312, provisional: true })])
    await publishNext([aFigure({ value: 309 })])
    expect((await readExact(2))[0]?.points).toMatchObject([{ value: 309, revised: false }])
  })

  it('is announced to the panel where rounding shows it, and never with the old value', async () => {
    await publishFirst([aFigure({ period: '2025-07', value: 312 }), aFigure({ value: 312 })])
    await publishNext([aFigure({ period: '2025-07', value: 309 }), aFigure({ value: 290 })])
    expect((await readProtected(2))[0]?.points).toMatchObject([
      { value: 310, revised: false, previousValue: null },
      { value: 290, revised: true, previousValue: null },
    ])
    // 312 and 309 are both 310 to the panel: nothing to store
    expect(await countRows(database, 'protected_figure')).toBe(3)
  })
})

describe('the protected set', () => {
  it('has no team, no pair of dimensions and no small count', async () => {
    await publishFirst([
      aFigure({ value: 3 }),
      aFigure({ dimension: 'team', member: 'East' }),
      aFigure({ dimension: 'type+town', member: 'a · b' }),
    ])
    const [kpi] = await openProtectedReader(database.queries, 1).readKpis()
    expect(kpi?.dimensions.map(({ id }) => id)).toEqual(['borough'])
    expect((await readProtected(1))[0]?.points).toMatchObject([{ value: null, availability: 'suppressed' }])
    expect(await countRows(database, 'protected_series')).toBe(1)
  })

  it('is made anew for old months where a measure comes to need protection', async () => {
    await publishEdition(
      database,
      aPublication({ kpis: [aDefinition({ sdc: 'already-published' })], figures: [aFigure({ value: 3 })] }),
    )
    await publishEdition(
      database,
      aPublication({ kpis: [aDefinition()], figures: [aFigure({ period: '2025-09', value: 7 })] }),
    )
    expect([await valuesOf(readProtected(1)), await valuesOf(readProtected(2))]).toEqual([[3], [null, 5]])
  })

  it('loses a milestone that is no longer released, and officer detail it never had', async () => {
    const released = aMilestone({ evidence: 'minutes' })
    await publishEdition(database, aPublication({ milestones: [released] }))
    await publishEdition(database, aPublication({ milestones: [{ ...released, release: 'officer' }] }))
    const milestonesIn = async (edition: number) =>
      (await openProtectedReader(database.queries, edition).readPlan()).milestones
    expect(await milestonesIn(1)).toMatchObject([{ id: 'M04', evidence: null, risk: null }])
    expect(await milestonesIn(2)).toEqual([])
    expect((await openExactReader(database.queries, 2).readPlan()).milestones).toHaveLength(1)
  })
})

describe('holdings', () => {
  it('are those of the edition: latest period, when it was read, when the next is due', async () => {
    await publishFirst([aFigure({ period: '2025-08', asAt: '2025-09-08' })])
    await publishNext([aFigure({ period: '2025-09', asAt: '2025-10-06' })])
    const held = async (edition: number) => (await openExactReader(database.queries, edition).readKpis())[0]
    expect([await held(1), await held(2)]).toMatchObject([
      { latestPeriod: '2025-08', received: '2025-09-08', due: '2025-10-07' },
      { latestPeriod: '2025-09', received: '2025-10-06', due: '2025-11-07' },
    ])
  })

  it('list members in the order in which they first came', async () => {
    const town = (member: string) => aFigure({ dimension: 'town', member })
    await publishFirst([town('Southall'), town('Acton')])
    await publishNext([town('Hanwell'), town('Acton')])
    const [kpi] = await openExactReader(database.queries, 2).readKpis()
    expect(kpi?.dimensions[0]?.members.map(({ id }) => id)).toEqual(['Southall', 'Acton', 'Hanwell'])
  })
})

describe('a preview', () => {
  it('counts what publication would change for each audience, and changes nothing', async () => {
    await publishFirst([
      aFigure({ period: '2025-07', value: 312 }),
      aFigure({ period: '2025-08', value: 300 }),
    ])
    const next = aPublication({
      figures: [
        aFigure({ period: '2025-07', value: 309 }),
        aFigure({ period: '2025-08', value: 300 }),
        aFigure({ period: '2025-09', value: 2 }),
      ],
      milestones: [aMilestone({ release: 'officer' })],
    })
    expect((await rehearse(database, (queries) => writePublication(queries, next))).previews).toEqual([
      {
        audience: 'exact',
        newFigures: 1,
        restatedFigures: 1,
        unchangedFigures: 1,
        suppressedFigures: 0,
        definitions: 0,
        planItems: 1,
      },
      {
        audience: 'protected',
        newFigures: 1,
        restatedFigures: 0,
        unchangedFigures: 2,
        suppressedFigures: 1,
        definitions: 0,
        planItems: 0,
      },
    ])
    expect([
      (await readEditions(database.queries)).length,
      await countRows(database, 'exact_figure'),
    ]).toEqual([1, 2])
  })
})

describe('the organisation of a database', () => {
  it('cannot become another one, nor illustrative figures real ones', async () => {
    const other = { ...testOrganisation, name: 'Otherborough' }
    const real = { ...testOrganisation, illustrative: false }
    await expect(setOrganisation(database.queries, other)).rejects.toThrow('needs a database of its own')
    await expect(setOrganisation(database.queries, real)).rejects.toThrow('needs a database of its own')
  })

  it('may have its marking corrected', async () => {
    await expect(
      setOrganisation(database.queries, { ...testOrganisation, marking: 'OFFICIAL-SENSITIVE' }),
    ).resolves.toBeUndefined()
  })
})

describe('an edition that would give away what an earlier one withheld', () => {
  const months = ['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08']
  const inTowns = (kpi: string, towns: Record<string, number>, period: string, more: number) => [
    aFigure({ kpi, period, value: Object.values(towns).reduce((sum, count) => sum + count, more) }),
    ...Object.entries(towns).map(([member, count]) =>
      aFigure({ kpi, dimension: 'town', member, period, value: count + (member === 'Acton' ? more : 0) }),
    ),
  ]
  const towns = { Acton: 40, Ealing: 30, Hanwell: 3 }
  const { Hanwell: _, ...withoutHanwell } = towns

  const standing = async () => [
    await readProtected(1),
    await readExact(1),
    await countRows(database, 'exact_figure'),
    await countRows(database, 'protected_figure'),
  ]

  it('is not published, says which and why without the number, and leaves the last edition as it was', async () => {
    await publishEdition(
      database,
      aPublication({
        kpis: [aDefinition()],
        figures: months.flatMap((period, month) => inTowns('ot-waiting', towns, period, month)),
      }),
    )
    const before = await standing()
    // published elsewhere as it is: the whole and two of three towns, which leaves the third
    const elsewhere = aDefinition({ id: 'ot-national', sdc: 'already-published' })
    const published = months.flatMap((period, month) =>
      inTowns('ot-national', withoutHanwell, period, month).map((figure) =>
        figure.dimension === 'borough' ? { ...figure, value: (figure.value ?? 0) + towns.Hanwell } : figure,
      ),
    )
    const refused = publishEdition(
      database,
      aPublication({
        label: 'September 2025',
        dataAsAt: '2025-10-06',
        kpis: [elsewhere],
        figures: published,
      }),
    )
    const message = await refused.then(
      () => '',
      (error: Error) => error.message,
    )
    expect(message).toMatch(/^The edition is not published: \d+ protected numbers could be worked out/)
    expect(message).toContain('ot-waiting, town Hanwell, 2025-03: its count could be worked out')
    expect(message).toContain('town adds up to the whole of ot-waiting')
    expect(message).not.toMatch(/\b3\b/)
    expect(await standing()).toEqual(before)
    expect(await readEditions(database.queries)).toMatchObject([{ number: 1, supersededBy: null }])
  })
})
