import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  aLoad,
  askedIn,
  errorsIn,
  figureHeader,
  kpiHeader,
  noticesIn,
  organisationFile,
  rowsOf,
} from '../../support/a-load.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad } from '../../support/load-files.ts'
import { hasSharedCases, sharedCase, sharedCasesNote } from '../../support/shared.ts'
import { standingOn } from '../../support/standing-on.ts'

const given = (name: string) => readFileSync(sharedCase(name), 'utf8')
const kpis = (row: string) => ({ ...organisationFile, 'kpis.csv': `${kpiHeader}\n${row}` })
const first = async (observations: string) =>
  await standingOn(await aLoad({ ...soundLoad, 'observations.csv': observations }))

describe.runIf(hasSharedCases)(`loads that went wrong once${sharedCasesNote}`, () => {
  it('01: a file with persons is refused whole, and nothing of it is said', async () => {
    const { problems, prepared } = await aLoad(
      { ...soundLoad, 'waiting.csv': given('01-person-level/waiting.csv') },
      { mapping: JSON.parse(given('01-person-level/mapping.json')) },
    )
    expect(prepared).toBeNull()
    expect(problems.map(({ message }) => message)).toContain('heads a column of NHS numbers')
    expect(JSON.stringify(problems)).not.toMatch(/943|5919|Example|1941/)
  })

  it('02: shares of 1 in a percentage need a decision for the file', async () => {
    const load = await aLoad(
      {
        ...kpis('rtt,Over 52 weeks,waiting,percent,W,down,month,1,,,already-published,,1,2020-04-01'),
        'rtt.csv': given('02-share-as-percent/rtt.csv'),
      },
      {
        mapping: {
          files: [
            {
              file: 'rtt.csv',
              outputs: [
                {
                  kpi: 'rtt',
                  dimension: 'comparator',
                  member: { column: 'Trust' },
                  period: { column: 'Date', form: 'date' },
                  value: { column: 'pct waiting over 52 weeks' },
                  asAt: 'period-end',
                },
              ],
            },
          ],
        },
      },
    )
    expect(errorsIn(load)).toEqual([
      expect.stringContaining('all 2 of its figures in this file are from 0 to 1'),
    ])
  })

  it('03: what a rate is per stands in its definition, or is asked for', async () => {
    const row = 'falls,Falls,safeguarding,rate,S,neutral,year,1,,,already-published,,1,2020-04-01'
    const figures = `${figureHeader}\nfalls,FY2021-22,borough,All,34.7,,,,final,2025-10-06`
    const silent = await aLoad({ ...kpis(row), 'observations.csv': figures })
    expect(noticesIn(silent)).toEqual([expect.stringContaining('does not say what it is per')])
    const said = await aLoad({
      ...organisationFile,
      'kpis.csv': `${kpiHeader},per\n${row},1000`,
      'observations.csv': figures,
    })
    expect(said.prepared?.content.kpis[0]?.per).toBe(1000)
    expect(noticesIn(said)).toEqual([])
  })

  it('04: an extract older than what stands is refused', async () => {
    const standing = await first(rowsOf(['2025-08', 424, 'final']))
    const older = { 'observations.csv': rowsOf(['2025-08', 420, 'provisional', '2025-09-06']) }
    expect(errorsIn(await aLoad(older, { standing }))).toContainEqual(
      expect.stringContaining('was read on 2025-09-06, and the figure that stands on 2025-10-06'),
    )
  })

  it('05: a closed period changes only with a reason, old and new named', async () => {
    const standing = await first(rowsOf(['2025-06', 400, 'final']))
    const restated = { 'observations.csv': rowsOf(['2025-06', 600, 'final', '2025-11-06']) }
    const load = await aLoad(restated, { standing })
    expect(askedIn(load)).toEqual([expect.stringContaining('400 was final and would become 600')])
    expect(load.needs.reason).toBe(true)
  })

  it('06: each change of a definition is named, and what would become exact is confirmed twice', async () => {
    const standing = await first(rowsOf(['2025-08', 3, 'final'], ['2025-09', 412, 'final']))
    const flipped = 'ot-waiting,Waiting for OT,waiting,count,S,up,month,0,150,2026-03-31,none,'
    const same = await aLoad({ 'kpis.csv': `${kpiHeader}\n${flipped},1,2024-04-01` }, { standing })
    expect(errorsIn(same)).toEqual([
      expect.stringContaining('agg from P to S, direction from down to up, sdc from people to none'),
      expect.stringContaining('charts are broken there'),
    ])
    const load = await aLoad({ 'kpis.csv': `${kpiHeader}\n${flipped},2,2025-10-01` }, { standing })
    expect(errorsIn(load)).toEqual([])
    expect(load.needs).toEqual({ reason: true, exact: ['ot-waiting'] })
    expect(askedIn(load)).toContainEqual(
      expect.stringContaining('2 figures by borough, 1 of them from 1 to 4'),
    )
    expect(load.prepared?.breaks).toMatchObject([{ kpi: 'ot-waiting', start: '2025-10-01' }])
  })

  it('07: a quarter is read as its council writes it', async () => {
    const load = await aLoad(
      {
        ...kpis('plans,Plans,supporting,count,S,neutral,quarter,0,,,none,,1,2020-04-01'),
        'planning.csv': given('07-quarter/planning.csv'),
      },
      {
        mapping: {
          files: [
            {
              file: 'planning.csv',
              outputs: [
                {
                  kpi: 'plans',
                  dimension: 'comparator',
                  member: { column: 'area_name' },
                  period: { column: 'period', form: 'financial-quarter' },
                  value: { column: 'value' },
                  asAt: 'period-end',
                },
              ],
            },
          ],
        },
      },
    )
    expect(errorsIn(load)).toEqual([])
    const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
    expect(figures).toMatchObject([{ period: '2022-Q3', value: 100, member: 'Trafford' }])
  })

  it('08: thousands and percent signs are read by a rule that is given once for the file', async () => {
    const output = (kpi: string, column: string) => ({
      kpi,
      dimension: 'comparator',
      member: { column: 'Dept' },
      period: { column: 'Month', form: 'month-name' },
      value: { column },
      asAt: 'period-end',
    })
    const load = await aLoad(
      {
        ...organisationFile,
        'kpis.csv': [
          kpiHeader,
          'ae,Attendances,supporting,count,S,neutral,month,0,,,already-published,,1,2020-04-01',
          'ae-4h,Within four hours,supporting,percent,W,up,month,1,,,already-published,,1,2020-04-01',
        ].join('\n'),
        'ae.csv': given('08-thousands/ae.csv'),
      },
      {
        mapping: {
          files: [
            {
              file: 'ae.csv',
              numbers: { thousands: ',', percentSign: true },
              outputs: [output('ae', 'Total'), output('ae-4h', 'Percent')],
            },
          ],
        },
      },
    )
    expect(errorsIn(load)).toEqual([])
    const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
    expect(figures.map(({ kpi, value }) => [kpi, value])).toEqual([
      ['ae', 8992],
      ['ae-4h', 41.1],
    ])
  })

  it('09: a header of too many columns is refused by its width', async () => {
    const load = await aLoad({ ...soundLoad, 'observations.csv': given('09-wide-header/observations.csv') })
    expect(errorsIn(load)).toEqual([expect.stringContaining('a file may have 1000 columns')])
  })

  it('10: a file that gave nothing is named', async () => {
    const load = await aLoad(
      { ...soundLoad, 'days.csv': given('10-header-only/NOTE-input.csv') },
      {
        mapping: {
          files: [
            {
              file: 'days.csv',
              outputs: [
                {
                  kpi: 'ot-waiting',
                  dimension: 'borough',
                  member: 'All',
                  period: { column: 'month', form: 'date' },
                  value: { column: 'total_delayed_days' },
                  asAt: 'period-end',
                },
              ],
            },
          ],
        },
      },
    )
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining('days.csv:1:1 the file has a header and no rows'),
    )
  })

  it('11: totals are reconciled in every period', async () => {
    const part = (period: string, member: string, value: number) =>
      `ot-waiting,${period},town,${member},${value},,,,final,2025-10-06`
    const load = await aLoad({
      ...soundLoad,
      'observations.csv': [
        rowsOf(['2025-08', 400, 'final'], ['2025-09', 412, 'final']),
        part('2025-08', 'Acton', 600),
        part('2025-08', 'Hanwell', 500),
        part('2025-09', 'Acton', 212),
        part('2025-09', 'Hanwell', 200),
      ].join('\n'),
    })
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining(
        "ot-waiting by town in 2025-08: the parts add up to 1100, the borough's figure is 400",
      ),
    )
  })
})
