import { describe, expect, it } from 'vitest'
import { db } from '../../../../../mocks/db.ts'
import { boxOfLabel, overlaps } from '../../../../../src/charts/trend/labels/boxes.ts'
import { placeLabels } from '../../../../../src/charts/trend/labels/place-labels.ts'
import { placeLane } from '../../../../../src/charts/trend/place-lane.ts'
import { fontSize, frameFor, scalesFor } from '../../../../../src/charts/trend/plot.ts'
import { wordsWidth } from '../../../../../src/charts/type/words-width.ts'
import { comparatorDimension } from '../../../../../src/domain/measures/measure.ts'
import { buildTrend, type TrendModel } from '../../../../../src/domain/trends/trend.ts'

const { tables } = db
const last = tables.editions.at(-1)
const edition = last?.number ?? 0
const plan = tables.readPlan(edition, 'exact')
const analyses = tables.readAnalysis(edition, 'exact').kpis
const everyLayer = [
  'limits',
  'target',
  'plan',
  'forecast',
  'interventions',
  'revisions',
  'comparators',
] as const

/** Every trend of the demonstration with every layer on: the fullest that a chart has to carry. */
const models: TrendModel[] = tables.readKpis(edition, 'exact').flatMap((kpi) => {
  const own = tables.readSeries(edition, 'exact', ({ kpi: id }) => id === kpi.id)
  const series = own.find(({ dimension }) => dimension === 'borough')
  if (!series) return []
  const model = buildTrend({
    kpi,
    series,
    isWhole: true,
    comparators: own.filter(({ dimension }) => dimension === comparatorDimension),
    plan,
    analysis: analyses.find((analysis) => analysis.kpi === kpi.id)?.series[0] ?? null,
    change: analyses.find((analysis) => analysis.kpi === kpi.id)?.changes[0] ?? null,
    asOf: last?.dataAsAt ?? '',
    search: { range: 'all' },
    layers: everyLayer,
  })
  return model ? [model] : []
})

function layoutAt(model: TrendModel, width: number) {
  const frame = frameFor(model, width)
  const scales = scalesFor(model, frame.plot)
  return { frame, scales, ...placeLabels(model, frame) }
}

function collisionsAt(width: number): string[] {
  return models.flatMap((model) => {
    const { labels } = layoutAt(model, width)
    const boxes = labels.map((label) => ({
      label,
      box: boxOfLabel(label, label.role === 'latest' ? 18 : fontSize, false),
    }))
    return boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => overlaps(a.box, b.box))
        .map((b) => `${model.name}: "${a.label.text}" on "${b.label.text}"`),
    )
  })
}

function outsideAt(width: number): string[] {
  return models.flatMap((model) =>
    layoutAt(model, width)
      .labels.map((label) => ({ label, box: boxOfLabel(label, fontSize) }))
      .filter(({ box }) => box.left < -1 || box.right > width + 1 || box.top < 0)
      .map(({ label }) => `${model.name}: "${label.text}"`),
  )
}

describe('labels of the whole demonstration, every layer on', () => {
  it('there are trends to look at', () => {
    expect(models.length).toBeGreaterThan(40)
  })

  it.each([1108, 964, 690, 560, 328, 288])('never lie on one another at %i px', (width) => {
    expect(collisionsAt(width)).toEqual([])
  })

  it.each([1108, 964, 690, 560, 328, 288])('never leave the picture at %i px', (width) => {
    expect(outsideAt(width)).toEqual([])
  })

  it('always say the latest value on the plot', () => {
    const silent = models.filter(
      (model) => !layoutAt(model, 964).labels.some(({ role }) => role === 'latest'),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('are letters on a phone, said in the key', () => {
    const model = models.find(({ rules }) => rules.length > 0)
    const { labels, key } = model ? layoutAt(model, 328) : { labels: [], key: [] }
    expect(labels.find(({ role }) => role === 'change')?.text).toBe('A')
    expect(key.some((line) => line.startsWith('A '))).toBe(true)
  })
})

describe('the milestone lane', () => {
  it('keeps every milestone with its status word inside the picture', () => {
    const faults = models.flatMap((model) => {
      const { frame, scales } = layoutAt(model, 690)
      return placeLane(model.milestones, scales.x, frame.plot, 690, null)
        .filter(({ milestone, currentX, text }) => {
          const width = wordsWidth(`${text.title}: ${text.detail}`, 'text', fontSize)
          const isInside = text.anchor === 'start' ? text.x + width <= 691 : text.x - width >= -1
          return currentX <= 690 && !(isInside && text.detail.startsWith(milestone.word))
        })
        .map(({ milestone }) => `${model.name}: ${milestone.title}`)
    })
    expect(faults).toEqual([])
  })

  it("keeps words clear of the rule of the edition's day", () => {
    const crossed = models.flatMap((model) => {
      const { frame, scales } = layoutAt(model, 964)
      const ruleX = scales.x(model.asOfDay)
      return placeLane(model.milestones, scales.x, frame.plot, 964, ruleX)
        .filter(({ text }) => {
          const width = wordsWidth(`${text.title}: ${text.detail}`, 'text', fontSize)
          const start = text.anchor === 'start' ? text.x : text.x - width
          return start < ruleX && start + width > ruleX
        })
        .map(({ milestone }) => `${model.name}: ${milestone.title}`)
    })
    expect(crossed).toEqual([])
  })
})
