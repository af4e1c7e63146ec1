import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { chartHeight } from '../../../src/charts/trend/plot.ts'
import { TrendChart } from '../../../src/charts/trend/TrendChart.tsx'
import { TrendPicture } from '../../../src/charts/trend/TrendPicture.tsx'
import type { TrendModel } from '../../../src/domain/trends/trend.ts'
import { aStretch, aTrend, noPlan } from '../../support/a-trend.ts'

const usual = [310, 318, 305, 322, 309, 315, 328, 311, 319, 307, 316, 312]
const trajectory = {
  kpi: 'ot-waiting',
  approvedBy: 'Board',
  points: [
    { period: '2025-04', planned: 300 },
    { period: '2026-03', planned: 150 },
  ],
}

const line = aTrend(usual)
const cases: Record<string, TrendModel> = {
  'a line': line,
  'a line with gaps': aTrend(usual.map((value, month) => (month === 4 || month === 7 ? null : value))),
  'two points': aTrend([310, 318]),
  'four financial years': aTrend(Array.from({ length: 42 }, (_, month) => 300 + ((month * 7) % 31))),
  'a plan and limits': {
    ...aTrend(usual, { plan: { ...noPlan, trajectories: [trajectory] } }),
    limits: [aStretch({ start: line.firstDay, end: line.lastDay - 30 })],
  },
  'one figure beyond the scale': aTrend(usual.map((value, month) => (month === 6 ? value * 400 : value))),
}

describe('the interactive chart and the picture', () => {
  it.each(
    Object.entries(cases).flatMap(([name, model]) => [360, 760].map((width) => ({ name, width, model }))),
  )('put the same marks in the same places: $name, $width px', ({ model, width }) => {
    const chart = marksIn(<TrendChart model={model} width={width} />)
    const drawn = picture(model, width)
    expect(chart).toEqual(drawn)
    expect(drawn.length).toBeGreaterThan(10)
  })
})

/** The picture with a plot as high as the chart's; the words below its plot are the page's key. */
function picture(model: TrendModel, width: number): string[] {
  const height = chartHeight(width)
  for (let key = 0; ; key += 1) {
    const marks = marksIn(
      <svg aria-hidden="true">
        <TrendPicture model={model} size={{ width, height: height + key * 20 }} />
      </svg>,
    )
    const plot = marks.filter((mark) => !isKey(mark))
    if (marks.length - plot.length === key) return plot
  }
}

const isKey = (mark: string) => /^text x=0 y=(\d{3})/.test(mark)

/** Every mark by what it is and where it stands. */
function marksIn(drawing: ReactElement): string[] {
  const { container, unmount } = render(drawing)
  const places = ['x', 'y', 'cx', 'cy', 'r', 'width', 'height', 'd', 'text-anchor', 'class']
  const marks = [...container.querySelectorAll('path, text, circle, rect')]
    .filter((mark) => !mark.closest('defs'))
    .map((mark) => {
      const set = places.flatMap((name) => {
        const value = mark.getAttribute(name)
        return value === null ? [] : `${name}=${rounded(value)}`
      })
      return [mark.tagName, ...set, mark.textContent].join(' ')
    })
  unmount()
  // the library lifts the words of its axes over everything: nothing else is where they are
  return marks.sort()
}

const rounded = (value: string) =>
  value.replaceAll(/-?\d+\.\d+(e-?\d+)?/g, (number) => `${Math.round(Number(number) * 1000) / 1000}`)
