import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Interval } from '../../src/domain/forecast/fan-of-paths.ts'
import type { RealSource } from './real-series.ts'
import { originsOf, type Score, scoreMethod } from './rolling-origin.ts'

const script = fileURLToPath(new URL('./ets.R', import.meta.url))
const kept = fileURLToPath(new URL('./ets-scores.json', import.meta.url))

const Scores = z.record(
  z.string(),
  z.object({
    forecasts: z.number(),
    intervalScore: z.number(),
    absoluteError: z.number(),
    held80: z.number(),
    held95: z.number(),
  }),
)

/** What automatic ETS scored on the judging half (R forecast 8.20), by source; made by `-- --ets`. */
export const etsScores = (): Record<string, Score> =>
  Scores.parse(JSON.parse(readFileSync(kept, 'utf8')).scores)

/** Fits them all again with R and its package forecast, and keeps the scores: half an hour and more. */
export function makeEtsScores(sources: readonly RealSource[]): void {
  const scores = Object.fromEntries(
    sources.map((source) => [source.name, scoreOf(source, intervalsOf(source))]),
  )
  const source = 'R package forecast 8.20, ets() as it comes; bench/forecast/ets.R'
  writeFileSync(kept, `${JSON.stringify({ source, scores }, null, 2)}\n`)
}

function intervalsOf(source: RealSource): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ets-'))
  try {
    const [given, made] = [join(folder, 'series.jsonl'), join(folder, 'intervals.jsonl')]
    const series = [...originsOf(source, 'judging')].map(({ training }) => JSON.stringify(training))
    writeFileSync(given, `${series.join('\n')}\n`)
    execFileSync('Rscript', [script, given, made], { stdio: 'inherit' })
    return readFileSync(made, 'utf8').trim().split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One line for each origin, in order. */
export function scoreOf(source: RealSource, lines: readonly string[]): Score {
  const next = lines.values()
  return scoreMethod(
    () => Intervals.parse(JSON.parse(next.next().value ?? '[]')).map(intervalOf),
    source,
    'judging',
  )
}

const Intervals = z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]))

function intervalOf([median, lower80, upper80, lower95, upper95]: z.infer<
  typeof Intervals
>[number]): Interval {
  return { median, lower80, upper80, lower95, upper95 }
}
