import * as z from 'zod/mini'
import { isDate } from '../../src/domain/periods/calendar.ts'
import { isPeriod } from '../../src/domain/periods/period.ts'
import { smallestBaseline } from '../../src/domain/spc/control-chart.ts'
import { improvementDirections } from '../../src/domain/spc/judgement.ts'

// zod/mini brings no words of its own
z.config(z.locales.en())

const monthOrDay = z
  .string()
  .check(z.refine((text) => isDate(text) || (/^\d{4}-\d{2}$/.test(text) && isPeriod(text)), 'write YYYY-MM'))

const SeriesInput = z
  .object({
    id: z.string(),
    dates: z.array(monthOrDay),
    values: z.array(z.nullable(z.number())),
    improvementDirection: z._default(z.enum(improvementDirections), 'increase'),
    target: z.nullish(z.number()),
    rebaseAt: z.nullish(z.array(z.int().check(z.nonnegative()))),
    fixAfterNPoints: z.nullish(
      z.int().check(z.gte(smallestBaseline, `give ${smallestBaseline} or more, or leave it out`)),
    ),
    screenOutliers: z.nullish(z.boolean()),
    horizon: z.nullish(z.int().check(z.gte(1))),
    targetDate: z.nullish(monthOrDay),
    sustain: z.nullish(z.int().check(z.gte(1, 'give 1 or more periods, or leave it out'))),
    lowerBound: z.nullish(z.number()),
    upperBound: z.nullish(z.number()),
  })
  .check(
    z.refine((series) => series.dates.length === series.values.length, 'give as many dates as values'),
    z.refine(
      (series) => new Set(series.dates.map((date) => date.slice(0, 7))).size === series.dates.length,
      'a month is given twice: give each once',
    ),
    z.refine(
      ({ lowerBound, upperBound }) => lowerBound == null || upperBound == null || lowerBound < upperBound,
      'lowerBound must be below upperBound',
    ),
  )
export type SeriesInput = z.infer<typeof SeriesInput>

export type ReadInput = { kind: 'read'; series: SeriesInput[] } | { kind: 'faulty'; problems: string[] }

/** Reads the array of series that `analyse` takes; every problem names its series, field and remedy. */
export function readAnalyseInput(text: string): ReadInput {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return {
      kind: 'faulty',
      problems: [`not JSON: ${error instanceof Error ? error.message : 'unreadable'}`],
    }
  }
  const parsed = z.array(SeriesInput).safeParse(json)
  if (parsed.success) return { kind: 'read', series: parsed.data }
  return {
    kind: 'faulty',
    problems: parsed.error.issues.map((issue) => {
      const [index, ...field] = issue.path
      if (index === undefined) return 'give an array of series, even for one'
      return `series ${Number(index) + 1}${field.length > 0 ? `, ${field.join('.')}` : ''}: ${issue.message}`
    }),
  }
}
