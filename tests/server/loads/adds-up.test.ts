import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { nothingStanding, type Standing } from '../../../src/ingest/standing.ts'
import { sourceOf } from '../../support/source-of.ts'
import { standingOn } from '../../support/standing-on.ts'

const organisation = sourceOf(
  'organisation.json',
  '{"name":"Testborough","service":"Adult social care","illustrative":false,"marking":"OFFICIAL"}',
)
const kpiHeader =
  'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from,percentile'
const definitions = {
  waiting: 'ot-waiting,Waiting for OT,waiting,count,P,down,month,0,,,people,,1,2024-04-01,',
  within: 'within-28,Within 28 days,waiting,percent,W,up,month,0,,,people,,1,2024-04-01,',
  median: 'wait-median,Median wait,waiting,days,M,down,month,0,,,people,,1,2024-04-01,50',
  clients: 'clients,Clients,direct-payments,count,D,up,month,0,,,people,,1,2024-04-01,',
  types: 'sg-type,By type,safeguarding,count,X,neutral,month,0,,,high,,1,2024-04-01,',
}
const header = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'

type Row = [kpi: string, period: string, dimension: string, member: string, ...numbers: (number | string)[]]

const rowOf = ([kpi, period, dimension, member, value = '', numerator = '', denominator = '', n = '']: Row) =>
  [kpi, period, dimension, member, value, numerator, denominator, n, '', '2025-10-06'].join()

function kpisFile(...given: [definition: string, addsUp: string][]) {
  return sourceOf('kpis.csv', [`${kpiHeader},adds_up`, ...given.map((row) => row.join())].join('\n'))
}

const load = (files: Parameters<typeof readLoad>[0], standing: Standing = nothingStanding) =>
  readLoad([organisation, ...files], null, standing)

const observations = (...rows: Row[]) => sourceOf('observations.csv', [header, ...rows.map(rowOf)].join('\n'))

/** What is said of adding up, by how it is said. */
function saidOf({ problems }: Awaited<ReturnType<typeof load>>) {
  return problems
    .filter(({ message }) => /adds?[ _]up|parts/.test(message))
    .map((problem) => `${problem.needs ?? problem.severity} ${describeProblem(problem)}`)
}

const waiting = (period: string, whole: number, towns: Record<string, number | string>): Row[] => [
  ['ot-waiting', period, 'borough', 'All', whole],
  ...Object.entries(towns).map(([town, value]): Row => ['ot-waiting', period, 'town', town, value]),
]

describe('adds_up of kpis.csv', () => {
  it('is read, and silent where the parts make the whole', async () => {
    const read = await load([
      kpisFile([definitions.waiting, 'town; age']),
      observations(...waiting('2025-09', 30, { Acton: 12, Hanwell: 18 })),
    ])
    expect(read.prepared?.content.kpis[0]).toMatchObject({ id: 'ot-waiting', addsUp: ['town', 'age'] })
    expect(saidOf(read)).toEqual([
      'notice load:0:0 adds_up of ot-waiting names age, and the measure has no figures by it → nothing, if they are still to come',
    ])
  })

  it('asks about a breakdown that is said to add up and does not, every period of it named', async () => {
    const read = await load([
      kpisFile([definitions.waiting, 'town']),
      observations(
        ...waiting('2025-07', 30, { Acton: 12, Hanwell: 17 }),
        ...waiting('2025-08', 30, { Acton: 12, Hanwell: 18 }),
        ...waiting('2025-09', 30, { Acton: 12 }),
      ),
    ])
    expect(saidOf(read)).toEqual([
      'reason load:0:0 ot-waiting by town in 2025-09: adds_up says that it adds up, its parts add up to 12, and the whole is 30; nor does it in 2025-07 → look whether a group is missing or one case is in several; or take town out of adds_up in kpis.csv (none, where nothing is left)',
    ])
    expect(read.needs.reason).toBe(true)
  })

  it('says nothing of parts that are not there, unless the others are more than the whole already', async () => {
    const withheld = async (whole: number) =>
      saidOf(
        await load([
          kpisFile([definitions.waiting, 'town']),
          observations(...waiting('2025-09', whole, { Acton: 12, Hanwell: '[c]', Southall: '' })),
        ]),
      )
    expect(await withheld(30)).toEqual([])
    expect(await withheld(11)).toEqual([expect.stringContaining('add up to 12, and the whole is 11')])
  })

  it('holds shares to their counts, medians to their cases, and people counted once to what was said', async () => {
    const read = await load([
      kpisFile([definitions.within, 'town'], [definitions.median, 'town'], [definitions.clients, 'town']),
      observations(
        ['within-28', '2025-09', 'borough', 'All', 50, 20, 40],
        ['within-28', '2025-09', 'town', 'Acton', 50, 20, 40],
        ['within-28', '2025-09', 'town', 'Hanwell', 50, 1, 2],
        ['wait-median', '2025-09', 'borough', 'All', 30, '', '', 40],
        ['wait-median', '2025-09', 'town', 'Acton', 31, '', '', 41],
        ['clients', '2025-09', 'borough', 'All', 40],
        ['clients', '2025-09', 'town', 'Acton', 39],
      ),
    ])
    expect(saidOf(read).map((said) => said.split(' → ')[0])).toEqual([
      'reason load:0:0 within-28 by town in 2025-09: adds_up says that it adds up, its parts add up to 21 of 42, and the whole is 20 of 40',
      'reason load:0:0 wait-median by town in 2025-09: adds_up says that it adds up, its parts add up to 41, and the whole is 40',
      'reason load:0:0 clients by town in 2025-09: adds_up says that it adds up, its parts add up to 39, and the whole is 40',
    ])
  })

  it('asks nothing of a breakdown that is left out, and tells one that adds up all the same', async () => {
    const months = ['2025-06', '2025-07', '2025-08', '2025-09']
    const of = (towns: (index: number) => Record<string, number>) =>
      load([
        kpisFile([definitions.waiting, 'none']),
        observations(...months.flatMap((period, index) => waiting(period, 30 + index, towns(index)))),
      ])
    expect(saidOf(await of((index) => ({ Acton: 20, Hanwell: 18 + index })))).toEqual([])
    expect(saidOf(await of((index) => ({ Acton: 12, Hanwell: 18 + index })))).toEqual([
      'notice load:0:0 adds_up of ot-waiting leaves out town, and its parts make the whole in every period: they are protected as such → add town to adds_up, if each case is in one group',
    ])
  })

  it('looks at what stands: the other towns of a month, and every month where it is said for the first time', async () => {
    const first = await standingOn(
      await load([
        kpisFile([definitions.waiting, '']),
        observations(
          ...waiting('2025-08', 30, { Acton: 12, Hanwell: 18 }),
          ...waiting('2025-09', 33, { Acton: 12, Hanwell: 20 }),
        ),
      ]),
    )
    const said = saidOf(await load([kpisFile([definitions.waiting, 'town'])], first))
    expect(said).toEqual([expect.stringContaining('ot-waiting by town in 2025-09')])
    const declared = { ...first, kpis: first.kpis.map((kpi) => ({ ...kpi, addsUp: ['town'] })) }
    const restated = (value: number) =>
      load([observations(['ot-waiting', '2025-09', 'town', 'Hanwell', value])], declared)
    expect(saidOf(await restated(21))).toEqual([])
    expect(saidOf(await restated(22))).toEqual([expect.stringContaining('add up to 34, and the whole is 33')])
  })

  it('stays as it was said where a later file does not say, until that says otherwise', async () => {
    const first = await standingOn(
      await load([
        kpisFile([definitions.waiting, 'town']),
        observations(...waiting('2025-09', 30, { Acton: 12, Hanwell: 18 })),
      ]),
    )
    const again = async (addsUp: string) =>
      (await load([kpisFile([definitions.waiting, addsUp])], first)).prepared?.content.kpis[0]?.addsUp
    expect([await again(''), await again('none')]).toEqual([['town'], []])
  })

  it('refuses what cannot be one, at its cell', async () => {
    const errorsOf = async (definition: string, addsUp: string) =>
      (await load([kpisFile([definition, addsUp])])).problems
        .filter(({ severity, file }) => severity === 'error' && file === 'kpis.csv')
        .map(describeProblem)
    expect(await errorsOf(definitions.waiting, 'Town')).toEqual([
      'kpis.csv:2:80 adds_up names what cannot be a dimension → write the ids of dimensions, as observations.csv has them, with semicolons between them: town; support-reason',
    ])
    const refused = await Promise.all([
      errorsOf(definitions.waiting, 'none; town'),
      errorsOf(definitions.waiting, 'town+age'),
      errorsOf(definitions.waiting, 'borough'),
      errorsOf(definitions.waiting, 'comparator'),
      errorsOf(definitions.types, 'type'),
    ])
    expect(refused.map((errors) => errors.length)).toEqual([1, 1, 1, 1, 1])
  })

  it('names the breakdown that a mistyped one most likely meant', async () => {
    const read = await load([
      kpisFile([definitions.waiting, 'twon']),
      observations(...waiting('2025-09', 30, { Acton: 12, Hanwell: 20 })),
    ])
    expect(saidOf(read)).toEqual([
      'notice load:0:0 adds_up of ot-waiting names twon, and the measure has no figures by it → did you mean town?',
    ])
  })
})
