import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { soundLoad } from '../../tests/support/load-files.ts'

export const measures = ['ot-waiting', 'home-reviews', 'dp-clients']
const towns = ['Acton', 'Ealing', 'Greenford', 'Hanwell', 'Northolt', 'Perivale', 'Southall']
const [header = ''] = soundLoad['observations.csv'].split('\n')
const [kpiHeader = ''] = soundLoad['kpis.csv'].split('\n')

/** Two years: the last month of them is what each load says anew. */
const months = Array.from(
  { length: 24 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
)
export const newest = '2025-12'

/** What a load with this mark says of the newest month: every figure of it is made of the mark. */
export const markedValue = (mark: number, measure: number) => 400 + (mark % 40) + measure

/** Of a whole, as even parts as there can be. */
const partOf = (whole: number, place: number) =>
  Math.floor(whole / towns.length) + (place < whole % towns.length ? 1 : 0)

const row = (kpi: string, period: string, dimension: string, member: string, value: number, status: string) =>
  [kpi, period, dimension, member, value, '', '', '', status, '2026-01-05'].join()

/** Three measures in the whole and in seven towns, with what the newest month is said to be by this mark. */
export function councilFiles(mark: number): Record<string, string> {
  const rows = measures.flatMap((kpi, measure) =>
    months.flatMap((period, month) => {
      const isNewest = period === newest
      const whole = isNewest ? markedValue(mark, measure) : 400 + measure + ((month * 7) % 30)
      const status = isNewest ? 'provisional' : 'final'
      return [
        row(kpi, period, 'borough', 'All', whole, status),
        ...towns.map((town, place) => row(kpi, period, 'town', town, partOf(whole, place), status)),
      ]
    }),
  )
  return {
    'organisation.json': soundLoad['organisation.json'],
    'kpis.csv': [
      kpiHeader,
      ...measures.map(
        (kpi) => `${kpi},${kpi},waiting,count,P,down,month,0,150,2026-03-31,people,,1,2022-04-01`,
      ),
    ].join('\n'),
    'observations.csv': [header, ...rows].join('\n'),
  }
}

export function writeCouncil(folder: string, mark: number): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(councilFiles(mark))) writeFileSync(join(folder, name), text)
  return folder
}
