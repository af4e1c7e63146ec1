import { expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { nothingStanding } from '../../../src/ingest/standing.ts'
import { sourceOf } from '../../support/source-of.ts'

const organisation = sourceOf(
  'organisation.json',
  '{"name":"Testborough","service":"Adult social care","illustrative":false,"marking":"OFFICIAL"}',
)

/** What a load of nine months says of groups without a row, where each town has so many people. */
async function saidOf(townsIn: (month: number) => Record<string, number | null>, sdc = 'people') {
  const rows = Array.from({ length: 9 }, (_, at) => {
    const towns = Object.entries(townsIn(at + 1))
    const rowOf = (dimension: string, member: string, value: number) =>
      `ot-waiting,2025-0${at + 1},${dimension},${member},${value},,,,,2025-10-06`
    const whole = towns.reduce((sum, [, value]) => sum + (value ?? 0), 0)
    const parts = towns.flatMap(([town, value]) => (value === null ? [] : [rowOf('town', town, value)]))
    return [rowOf('borough', 'All', whole), ...parts]
  })
  const kpis = `kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from
ot-waiting,Waiting for OT,waiting,count,P,down,month,0,,,${sdc},,1,2024-04-01`
  const { problems } = await readLoad(
    [
      organisation,
      sourceOf('kpis.csv', kpis),
      sourceOf(
        'observations.csv',
        ['kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at', ...rows.flat()].join(
          '\n',
        ),
      ),
    ],
    null,
    nothingStanding,
  )
  return problems
    .map(({ message, remedy }) => `${message} → ${remedy}`)
    .filter((said) => said.includes('no row'))
}

it('tells a load whose groups have no row where there is nobody to give a 0', async () => {
  // Acton has nobody in months 3, 6 and 9: the last is not between two that have it
  const unsaid = (month: number) => ({ Acton: month % 3 || null, Ealing: 12 + month })
  expect(await saidOf(unsaid)).toEqual([
    'groups have no row in some periods, and none is ever 0: ot-waiting by town (2 times); a number that is withheld beside them is easier to guess → give a 0 where there was nobody, or say [x] where it is not known',
  ])
  expect(await saidOf((month) => ({ Acton: month % 3, Ealing: 12 + month }))).toEqual([])
  // nothing is withheld of a measure that needs no protection, nor of one without small numbers
  expect(await saidOf(unsaid, 'none')).toEqual([])
  expect(await saidOf((month) => ({ Acton: month % 3 ? 20 : null, Ealing: 12 }))).toEqual([])
  // a town that is new was not none before
  expect(await saidOf((month) => ({ Acton: month > 4 ? 2 : null, Ealing: 12 }))).toEqual([])
})
