import { describe, expect, it } from 'vitest'
import { bareContext, type ParagraphContext } from '../../../../src/domain/findings/paragraph-context.ts'
import type { FindingSubject } from '../../../../src/domain/findings/write-finding.ts'
import { writeHeadline } from '../../../../src/domain/findings/write-headline.ts'
import { writeParagraph } from '../../../../src/domain/findings/write-paragraph.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { someChances } from '../../../support/some-chances.ts'

const testPeriods = periodRange('2024-09', '2025-09')

const testSubject: FindingSubject = {
  name: 'Waiting for OT assessment',
  measure: {
    unit: 'count',
    decimals: 0,
    numerator: 'people waiting',
    one: 'person waiting',
    denominator: null,
  },
  isSnapshot: true,
  target: 150,
  planGap: 77,
  isProvisional: false,
  periods: testPeriods,
  values: testPeriods.map((_, row) => 330 - row),
}

const commonCause = { change: { kind: 'common-cause' }, claim: { kind: 'reliably-missed' } } as const

function paragraphWith(context: Partial<ParagraphContext>, subject: Partial<FindingSubject> = {}): string {
  return writeParagraph({ ...testSubject, ...subject }, commonCause, { ...bareContext, ...context })
}

describe('writeParagraph', () => {
  it('says of a bare subject what its finding says, in sentences', () => {
    expect(paragraphWith({})).toBe(
      'Waiting for OT assessment: 318 people waiting on 30 Sep 2025, 12 fewer than a year before. There is no evidence of real change. The usual range does not reach the target of 150.',
    )
  })

  it('tells since when figures show a special cause, counted as the state counts them', () => {
    const change = { kind: 'special-cause', sign: 'below', meaning: 'improvement', figures: 8 } as const
    expect(writeParagraph(testSubject, { change, claim: null }, bareContext)).toContain(
      'There is evidence of real improvement: the last eight figures are all below the mean (28 Feb 2025 to 30 Sep 2025).',
    )
  })

  it('draws the usual range inside what the figures can be', () => {
    const usualRange = { mean: 8, lower: -3.2, upper: 19.4, isTrial: true }
    expect(paragraphWith({ usualRange })).toContain(
      'The usual range is 0 to 19, around a mean of 8. It rests on few figures and may move.',
    )
  })

  it('never shows a figure outside the range as lying on its limit', () => {
    const change = { kind: 'special-cause', sign: 'outside-low', meaning: 'improvement', figures: 1 } as const
    const usualRange = { mean: 325, lower: 318.4, upper: 331.6, isTrial: false }
    expect(writeParagraph(testSubject, { change, claim: null }, { ...bareContext, usualRange })).toContain(
      // whole people: 318 lies below 319, and 318.4 needs no telling
      'The usual range is 319 to 331, around a mean of 325.',
    )
    const share = { ...testSubject, measure: { unit: 'percent', decimals: 0 } as const, values: [30, 28] }
    expect(
      writeParagraph(
        share,
        { change, claim: null },
        { ...bareContext, usualRange: { ...usualRange, mean: 35, lower: 28.4, upper: 41.6 } },
      ),
    ).toContain('The usual range is 28.4% to 41.6%, around a mean of 35.0%.')
  })

  it('tells limits of few whole numbers by those that lie within them', () => {
    // 3 below 3.1 is no fall that anybody sees; 3 below 4 to 6 is
    const change = { kind: 'special-cause', sign: 'outside-low', meaning: 'improvement', figures: 1 } as const
    const usualRange = { mean: 4.7, lower: 3.1, upper: 6.2, isTrial: false }
    const few = { ...testSubject, values: [4, 3] }
    expect(writeParagraph(few, { change, claim: null }, { ...bareContext, usualRange })).toContain(
      'The usual range is 4 to 6, around a mean of 5.',
    )
  })

  it('places the figure on the plan', () => {
    expect(paragraphWith({ plan: { gap: 77, planned: 232, monthsAhead: -1 } })).toContain(
      'The plan for this point is 232, so the figure is 77 above plan: about 1 month behind.',
    )
    expect(paragraphWith({ plan: { gap: 0.2, planned: 232, monthsAhead: 0 } })).toContain(
      'so the figure is level with plan.',
    )
  })

  it('gives one answer about when the target is met, with what it would take', () => {
    const text = paragraphWith({
      reach: someChances({ everWithin: 0.04, everBy: 0.01, keptBy: 0.001 }),
      targetDate: '2026-03-31',
      required: { needed: 28, best: 12.4, typical: -0.3 },
      improvement: 'decrease',
    })
    expect(text).toContain(
      'If things go on as now, the target of 150 is not likely to be met within 18 months. The chance of meeting it in any month by 31 Mar 2026 is less than 5%. To meet it, the figure must come down by 28 a month. That is more than was ever kept up over six months: 12 a month at most. A usual six months brought no move that way.',
    )
    expect(text).not.toContain('unless something changes')
  })

  it('gives earliest, median and latest month, and no month beyond the forecast', () => {
    const reach = someChances({ everWithin: 0.99, keptWithin: 0.6, earliest: '2025-11', median: '2026-02' })
    expect(paragraphWith({ reach })).toContain(
      'as likely as not to be kept for 3 months running by Feb 2026. It could be as soon as Nov 2025, or more than 18 months away.',
    )
  })

  it('says likely of the month that is the latest too, and no less than even of one with nothing before it', () => {
    const by = (earliest: string, latest: string | null) =>
      paragraphWith({
        reach: someChances({ everWithin: 1, keptWithin: 1, earliest, median: '2025-10', latest }),
      })
    expect(by('2025-10', '2025-10')).toContain('is likely to be kept for 3 months running by Oct 2025.')
    expect(by('2025-10', null)).toContain(
      'is at least as likely as not to be kept for 3 months running by Oct 2025. It could be more than 18 months away.',
    )
  })

  it('says of no target that it is met now and then which no figure of two years met', () => {
    const reach = someChances({ everBy: 0.02, keptBy: 0.001, everWithin: 0.11, keptWithin: 0.01 })
    expect(paragraphWith({ reach, targetDate: '2026-03-31' })).toContain(
      'If things go on as now, the target of 150 is not likely to be kept for 3 months running within 18 months. The chance that any month within that time meets it is about 1 in 10 (10%). The chance of meeting it in any month by 31 Mar 2026 is less than 5%.',
    )
  })

  it('tells what is met now and then by chance from what is kept', () => {
    const reach = someChances({
      metLately: 7,
      inOne: 0.27,
      everBy: 0.85,
      keptBy: 0.03,
      everWithin: 0.98,
      keptWithin: 0.08,
    })
    expect(paragraphWith({ reach, targetDate: '2026-03-31' })).toContain(
      'If things go on as now, the target of 150 is met in about 3 of 12 months, by chance. It is not likely to be kept for 3 months running within 18 months. The chance of meeting it in any month by 31 Mar 2026 is about 85%. The chance that it is kept for 3 months running by then is less than 5%.',
    )
  })

  it('says a chance where it is neither likely nor not', () => {
    expect(paragraphWith({ reach: someChances({ everWithin: 0.9, keptWithin: 0.31 }) })).toContain(
      'If things go on as now, the target of 150 is less likely than not to be kept for 3 months running within 18 months. The chance is about 3 in 10 (30%).',
    )
  })

  it('says first that the latest figures meet it, where they are too few to have kept it', () => {
    expect(paragraphWith({ reach: someChances({ run: 1, everWithin: 0.9, keptWithin: 0.31 }) })).toContain(
      'The latest figure meets the target of 150. If things go on as now, it is less likely than not to be kept',
    )
  })

  it('never says of a target that figures of the last two years met that it is not likely to be met', () => {
    const text = paragraphWith({ reach: someChances({ metLately: 2, everWithin: 0.05, keptWithin: 0 }) })
    expect(text).toContain(
      'the target of 150 may be met in a single month, by chance. It is not likely to be kept',
    )
    expect(text).not.toContain('not likely to be met')
  })

  it('says for how long the target has been kept beside what the limits say of it', () => {
    expect(paragraphWith({ reach: { kind: 'kept', run: 4 } })).toContain(
      'The usual range does not reach the target of 150. Each of the last 4 figures meets it.',
    )
  })

  it('says whether what is kept is likely to stay so', () => {
    const stays = { chance: 0.03, until: '2026-03', isLeading: true }
    expect(paragraphWith({ reach: { kind: 'kept', run: 60, stays } })).toContain(
      'Each of the last 60 figures meets it. If things go on as now, it is not likely to be met in every month to Mar 2026. The chance is less than 5%.',
    )
  })

  it('foretells nothing from an analysis that did not tell meeting from keeping', () => {
    expect(paragraphWith({ reach: { kind: 'not-on-current-trend' } })).not.toContain('likely')
  })

  it('names what to bear in mind', () => {
    const caveats = {
      isRounded: true,
      isOverdue: true,
      breaks: [{ date: '2024-11-01', title: 'Repeat requests counted once' }],
    }
    const values = testSubject.values.with(2, null)
    expect(paragraphWith({ caveats }, { isProvisional: true, values })).toMatch(
      /The figure for 30 Sep 2025 may still change\. A newer figure is overdue\. One of 13 figures is missing\. The definition changed in Nov 2024 \(Repeat requests counted once\), so figures before and after do not compare\. Judged by the figures received; those shown are to the nearest five\.$/,
    )
  })

  it('says once that a newer figure is overdue', () => {
    const caveats = { isRounded: false, isOverdue: true, breaks: [] }
    const state = { change: { kind: 'not-judged', because: 'overdue' }, claim: null } as const
    const paragraph = writeParagraph(testSubject, state, { ...bareContext, caveats })
    expect(paragraph.match(/a newer figure is overdue/gi)).toHaveLength(1)
  })

  it('names the last figure held where the latest is missing or withheld', () => {
    const values = testSubject.values.with(-1, null)
    const missing = { change: { kind: 'latest-missing' }, claim: null } as const
    expect(
      writeParagraph(
        { ...testSubject, values, isWithheld: true, isLaterWithheld: true, withheld: 1 },
        missing,
        bareContext,
      ),
    ).toBe(
      'Waiting for OT assessment: the figure for 30 Sep 2025 is withheld to protect small numbers, so recent change is not judged. The last figure shown is 319 people waiting on 31 Aug 2025. One of 13 figures is withheld.',
    )
  })

  it('counts both of two figures, and one, as a person does', () => {
    const gaps = (values: readonly null[]) =>
      writeParagraph(
        { ...testSubject, periods: testPeriods.slice(-values.length), values, withheld: values.length },
        { change: { kind: 'latest-missing' }, claim: null },
        bareContext,
      )
    expect(gaps([null, null])).toMatch(/ Both figures are withheld\.$/)
    expect(gaps([null])).toMatch(/ The one figure is withheld\.$/)
    expect(paragraphWith({ reach: someChances({ run: 2 }) })).toContain('Both of the last two figures meet')
  })

  it('says what figures are rounded to only where something is judged by them', () => {
    const caveats = { isRounded: true, isOverdue: false, breaks: [] }
    const context = { ...bareContext, caveats }
    const values = testSubject.values.with(-1, null)
    const missing = { change: { kind: 'latest-missing' }, claim: null } as const
    expect(writeParagraph({ ...testSubject, values }, missing, context)).not.toContain('Judged by')
    const unjudged = { change: { kind: 'not-judged', because: 'rounded' }, claim: null } as const
    expect(writeParagraph({ ...testSubject, target: null }, unjudged, context)).not.toContain('Judged by')
    const share = { ...testSubject, measure: { ...testSubject.measure, unit: 'percent' as const } }
    expect(writeParagraph(share, { change: { kind: 'common-cause' }, claim: null }, context)).toContain(
      'Judged by the figures received; those shown are whole percentages.',
    )
  })

  it('counts one person, and words figures that name their time themselves', () => {
    expect(paragraphWith({}, { values: testSubject.values.with(-1, 1) })).toContain(
      '1 person waiting on 30 Sep 2025',
    )
    const measure = { ...testSubject.measure, numerator: 'adults at month end' }
    expect(paragraphWith({}, { measure, isSnapshot: false })).toContain('318 adults at the end of Sep 2025,')
    const sinceApril = { ...testSubject.measure, numerator: 'carers since April' }
    expect(paragraphWith({}, { measure: sinceApril, isSnapshot: false })).toContain(
      '318 carers from April to Sep 2025,',
    )
  })

  it('has nothing to say without figures', () => {
    expect(paragraphWith({}, { periods: [], values: [] })).toBe(
      'Waiting for OT assessment: there are no figures.',
    )
  })
})

describe('writeHeadline', () => {
  it('says the state in about ten words', () => {
    expect(writeHeadline(commonCause)).toBe('No evidence of real change; usual range misses target')
    expect(writeHeadline(commonCause, true)).toBe('No evidence of real change; target not likely to be met')
    const change = { kind: 'special-cause', sign: 'below', meaning: 'improvement', figures: 7 } as const
    expect(writeHeadline({ change, claim: null })).toBe('Real improvement: seven months below the mean')
  })
})
