import { describe, expect, it } from 'vitest'
import { publishAll } from '../../../../mocks/edition-tables.ts'
import { aCouncil } from '../../../support/a-council.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const council = aCouncil(0)
const promises = ['<= 329', '<= 330', '>= 331', 'between 329 and 330', '<= 329 for 2 months by 2025-09'].map(
  (successMeasure, place) =>
    aMilestone({
      id: `M${place}`,
      kpi: 'list',
      workstream: 'WS1',
      successMeasure,
      baselineDue: '2025-12-31',
      currentDue: '2025-12-31',
    }),
)

/** A list of people as it is told, its latest figure this one, held against bounds that all lie from 328 to 332. */
function toldOf(latest: number, target: number) {
  const tables = publishAll(
    [
      {
        ...council,
        kpis: council.kpis.map((kpi) =>
          kpi.id === 'list'
            ? { ...kpi, targets: kpi.targets.map((one) => ({ ...one, value: target })) }
            : kpi,
        ),
        figures: [...council.figures].map((figure) =>
          figure.kpi === 'list' && figure.period === '2025-09'
            ? { ...figure, value: latest, availability: 'present' as const }
            : figure,
        ),
        milestones: promises,
        trajectories: [{ kpi: 'list', approvedBy: 'Board', points: [{ period: '2025-09', planned: 331 }] }],
      },
    ],
    'Invented',
  )
  const [officers, panel] = (['exact', 'protected'] as const).map((audience) => {
    const { kpis, impacts } = tables.readAnalysis(1, audience)
    const hidden = kpis.find(({ kpi }) => kpi === 'list')?.series[0]?.hidden
    return { hidden, promises: impacts.map(({ success, successSentence }) => [success, successSentence]) }
  })
  return { officers, panel }
}

describe('a rounded count between promises, a target and a plan that lie close together', () => {
  it.each([329, 331])('is told the same whichever of the counts it is, with a target of %i', (target) => {
    const all = [328, 329, 330, 331, 332].map((latest) => toldOf(latest, target))
    for (const { panel } of all) expect(panel).toEqual(all[0]?.panel)
    expect(all[0]?.panel?.hidden).toEqual(['target', 'plan'])
    // officers are told five different things
    expect(new Set(all.map(({ officers }) => JSON.stringify(officers))).size).toBe(5)
  })
})
