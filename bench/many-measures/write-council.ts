import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { deviate, streamOf, uniform } from '../../src/demo/random.ts'
import { soundLoad } from '../../tests/support/load-files.ts'

const months = Array.from(
  { length: 36 },
  (_, index) => `${2022 + Math.floor((index + 9) / 12)}-${String(((index + 9) % 12) + 1).padStart(2, '0')}`,
)
const parts = Array.from({ length: 12 }, (_, place) => `Town ${place + 1}`)
const themes = ['waiting', 'allocations', 'safeguarding', 'direct-payments']
const [kpiHeader = ''] = soundLoad['kpis.csv'].split('\n')
const [header = ''] = soundLoad['observations.csv'].split('\n')

/** A council of invented counts and shares: 36 months of each, in the whole and in twelve towns. */
export async function writeCouncil(folder: string, measures: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const ids = Array.from({ length: measures }, (_, place) => `measure-${place + 1}`)
  writeFileSync(join(folder, 'organisation.json'), soundLoad['organisation.json'])
  writeFileSync(join(folder, 'kpis.csv'), [kpiHeader, ...ids.map(definition)].join('\n'))
  await pipeline(
    function* () {
      yield `${header}\n`
      for (const [place, id] of ids.entries()) yield rowsOf(id, isShare(place)).join('')
    },
    createWriteStream(join(folder, 'observations.csv')),
  )
}

const isShare = (place: number) => place % 2 === 1

function definition(id: string, place: number): string {
  const unit = isShare(place) ? 'percent,W,up' : 'count,S,down'
  const target = isShare(place) ? 70 : 300
  return `${id},Measure of team ${place + 1},${themes[place % themes.length]},${unit},month,0,${target},2026-03-31,people,,1,2022-04-01`
}

function rowsOf(id: string, isOfShares: boolean): string[] {
  return months.flatMap((period, month) => {
    const counts = parts.map((part) => {
      const stream = streamOf(`${id} ${part}`)
      const usual = 8 + 52 * uniform(stream, 0)
      const count = Math.max(0, Math.round(usual + Math.sqrt(usual) * deviate(stream, month + 1)))
      const all = count + 25
      return isOfShares ? [Math.round(all * (0.65 + 0.05 * deviate(stream, month + 40))), all] : [count]
    })
    const whole = (counts[0] ?? []).map((_, at) =>
      counts.reduce((sum, numbers) => sum + (numbers[at] ?? 0), 0),
    )
    const status = month > 33 ? 'provisional' : 'final'
    const row = (place: string, [count = 0, all]: number[]) =>
      `${id},${period},${place},${all === undefined ? `${count},,` : `${((100 * count) / all).toFixed(1)},${count},${all}`},,${status},2025-10-06\n`
    return [
      row('borough,All', whole),
      ...parts.map((part, place) => row(`town,${part}`, counts[place] ?? [])),
    ]
  })
}
