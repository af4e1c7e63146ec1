import { describe, expect, it } from 'vitest'
import { db } from '../../../mocks/db.ts'
import { impactOutlookOf, impactOutlookWords } from '../../../src/domain/plans/impact-outlook.ts'
import { buildPlanRows } from '../../../src/features/plan/plan-rows.ts'

/**
 * A sentence that compares two figures is believed by the figures beside it. Every paragraph and every promise of the
 * demonstration, in every edition and for both audiences, is read as a reader would: what is said to be more is shown
 * as more, a figure said to lie outside its range is shown outside, a gap is the difference of the figures shown, and
 * no milestone is called on track without what is to be expected of its measure.
 */
interface Fault {
  where: string
  text: string
}

const number = (text: string | undefined) => Number((text ?? '').replace(/[£%,]/g, '').replace('−', '-'))

/** Null where the sentence bears its claim out, or claims nothing. */
const checks: Record<string, (paragraph: string) => boolean> = {
  'more than was ever kept up': (text) => {
    const says =
      /(?:go up|come down) by (?:less than )?(£?[\d.,]+).* a \w+\. That is more than was ever kept up [^:]*: (?:less than )?(£?[\d.,]+)/
    const [, needed, best] = says.exec(text) ?? []
    return needed === undefined || number(needed) > number(best)
  },
  'as much was kept up before': (text) => {
    const says =
      /(?:go up|come down) by (?:less than )?(£?[\d.,]+).* a \w+\. As much was kept up before: (£?[\d.,]+)/
    const [, needed, best] = says.exec(text) ?? []
    return needed === undefined || number(needed) <= number(best)
  },
  'outside its usual range': (text) => {
    const claim = /the figure is (above|below) its usual range/.exec(text)?.[1]
    const range = /The usual range is (£?−?[\d.,]+)%? to (£?−?[\d.,]+?)(?:%| .*?)?, around/.exec(text)
    const figure = /; the figure is (£?[\d.,]+)/.exec(text)?.[1] ?? /: (£?−?[\d.,]+)/.exec(text)?.[1]
    if (!claim || !range) return true
    return claim === 'above' ? number(figure) > number(range[2]) : number(figure) < number(range[1])
  },
  'gap to plan': (text) => {
    const plan =
      /The plan for this point is (£?−?[\d.,]+?)(?:%| [a-z ]+)?, so the figure(?:, (£?−?[\d.,]+?)(?:%| [a-z ]+)?,)? is (less than )?(£?[\d.,]+)[^.]*? (above|below) plan/.exec(
        text,
      )
    if (!plan) return true
    const [, planned, finer, isLess, gap, side] = plan
    const figure = number(finer ?? /: (£?−?[\d.,]+)/.exec(text)?.[1])
    const difference = figure - number(planned)
    if (side === 'above' ? difference < 0 : difference > 0) return false
    if (isLess) return Math.abs(difference) < number(gap)
    // told rounded from the two as they are, beside figures one decimal finer
    const decimals = gap?.split('.')[1]?.length ?? 0
    return Math.abs(Math.abs(difference) - number(gap)) <= 0.6 * 10 ** -decimals + 1e-9
  },
}

const sets = db.tables.editions.flatMap(({ number: edition, dataAsAt }) =>
  (['exact', 'protected'] as const).map((audience) => ({ edition, audience, dataAsAt })),
)

describe.each(sets)('in edition $edition, $audience', ({ edition, audience, dataAsAt }) => {
  const analysis = db.tables.readAnalysis(edition, audience)
  const paragraphs = analysis.kpis.flatMap(({ kpi, series }) =>
    series.map(({ paragraph }) => ({ where: kpi, text: paragraph })),
  )

  it.each(Object.keys(checks))('what is said of "%s" is seen in the figures beside it', (name) => {
    const faults: Fault[] = paragraphs.filter(({ text }) => checks[name]?.(text) === false)
    expect(faults).toEqual([])
  })

  it('a missed date is always said, and nothing is kept up that stood for one month', () => {
    const said = analysis.impacts.map(({ successSentence }) => successSentence)
    expect(said.filter((text) => /Kept up for 1 month\b/.test(text))).toEqual([])
    const missed = analysis.impacts.filter(({ success }) => success === 'missed')
    expect(
      missed.filter(({ successSentence }) => !/Its date, .* was missed: /.test(successSentence)),
    ).toEqual([])
  })

  it('delivery on track stands beside what is to be expected of its measure, by the chance that is shown', () => {
    const rows = buildPlanRows({
      plan: db.tables.readPlan(edition, audience),
      impacts: analysis.impacts,
      kpis: db.tables.readKpis(edition, audience),
      asOf: dataAsAt,
    })
    const open = rows.flatMap(({ impact }) => (impact?.group === 'not-done' ? [impact] : []))
    expect(
      open.filter(({ word, chance }) => !word.endsWith(impactOutlookWords[impactOutlookOf(chance)].short)),
    ).toEqual([])
  })
})

describe('the checks themselves', () => {
  const planted = {
    'more than was ever kept up':
      'To meet it, the figure must come down by 3 days a month. That is more than was ever kept up over six months: 3 days a month at most.',
    'as much was kept up before':
      'To meet it, the figure must go up by 4 a month. As much was kept up before: 3 a month over six months.',
    'outside its usual range':
      'Reviews: 89% of reviews in Sep 2025. There is evidence that this is getting worse: the figure is below its usual range. The usual range is 89.0% to 99.0%, around a mean of 94.0%.',
    'gap to plan':
      'Reviews: 69% of reviews in Sep 2025. The plan for this point is 66%, so the figure is 4 percentage points above plan.',
  }

  it.each(Object.entries(planted))('find a contradiction that is planted: %s', (name, text) => {
    expect(checks[name]?.(text)).toBe(false)
  })

  it('are not silent: the demonstration holds what they read', () => {
    const all = sets.flatMap(({ edition, audience }) =>
      db.tables
        .readAnalysis(edition, audience)
        .kpis.flatMap(({ series }) => series.map(({ paragraph }) => paragraph)),
    )
    const read = [
      /more than was ever kept up/,
      /As much was kept up before/,
      /the figure is below its usual range/,
      /so the figure is \d/,
    ]
    expect(read.filter((words) => !all.some((text) => words.test(text)))).toEqual([])
  })
})
