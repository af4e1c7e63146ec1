import type { QueryClient } from '@tanstack/react-query'
import { impactsQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { planQuery } from '../../../api/plan.ts'
import type { Exhibit, ExhibitFact, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { findingOfChosen, findingOfRows } from '../../../domain/exhibits/finding-of-chosen.ts'
import {
  type RecordColumnText,
  recordsForReaders,
  recordTable,
} from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { themeNames } from '../../../domain/measures/measure.ts'
import { deliveryWords } from '../../../domain/plans/judge-milestone.ts'
import { groupMarks } from '../impact-groups.ts'
import { planColumns } from '../plan-columns.ts'
import { countRows, writePlanFinding } from '../plan-finding.ts'
import { buildPlanRows, type PlanRow } from '../plan-rows.ts'
import { deliveries, type PlanSearch } from '../plan-search.ts'
import { buildRiskRows, type RiskRow } from '../risk-rows.ts'
import { selectRows } from '../select-rows.ts'

/** How a milestone is read on a slide or on paper. */
const readColumns: readonly RecordColumnText<PlanRow>[] = [
  { head: 'Milestone', text: ({ title }) => title },
  { head: 'Delivery', text: ({ word }) => word },
  { head: 'Now due or done', text: ({ current }) => current },
  { head: 'Measure', text: ({ kpi }) => kpi?.name ?? null },
  { head: 'Impact', text: ({ impact }) => impact?.word ?? null },
]

/** Which milestones a meeting asks about first: off track, then done without effect, then the rest by delivery. */
function needOf({ delivery, impact }: PlanRow): number {
  if (delivery === 'late') return 0
  if (impact?.group === 'no-effect') return 1
  if (impact?.group === 'worse') return 2
  return 3 + deliveries.indexOf(delivery)
}

/** The milestones that the address chooses, delivery beside impact. */
export async function loadMilestones(
  search: PlanSearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const { plan, kpis, view } = await readPlan(origin, queries)
  const impacts =
    plan.impacts ?? (plan.milestones.length > 0 ? await queries.ensureQueryData(impactsQuery(view)) : [])
  const rows = buildPlanRows({ plan, impacts, kpis, asOf: origin.edition.dataAsAt })
  const shown = selectRows(rows, search)
  return tableExhibit({
    origin,
    name: 'Improvement plan',
    finding: findingOfChosen(
      chosenInWords(search, rows),
      findingOfRows(
        { shown: shown.length, all: rows.length, noun: 'milestone' },
        Boolean(search.delivery || search.impact),
        () => writePlanFinding(shown),
      ),
    ),
    scope:
      shown.length === rows.length ? '' : `${shown.length} of ${countOf(rows.length, 'milestone')} shown`,
    facts: factsOfPlan(shown),
    notes: ['Delivery and impact are judged apart. One may come after the other; neither says why.'],
    questions: questionsOfPlan(shown),
    tables: [
      {
        ...recordTable('Milestones', planColumns, shown),
        forReaders: recordsForReaders(
          readColumns,
          shown,
          search.sort
            ? null
            : { compare: (a, b) => needOf(a) - needOf(b), words: 'off track and without effect first' },
        ),
      },
    ],
    fileStem: 'improvement-plan',
    address,
  })
}

/** What the address chooses of the plan. */
function chosenInWords(search: PlanSearch, rows: readonly PlanRow[]): (string | undefined)[] {
  const { workstream: id, delivery, impact, owner, theme } = search
  return [
    id && (rows.find(({ workstream }) => workstream.id === id)?.workstream.name ?? id),
    delivery && deliveryWords[delivery],
    impact && groupMarks[impact].label.toLowerCase(),
    owner,
    theme && themeNames[theme].toLowerCase(),
  ]
}

function factsOfPlan(rows: readonly PlanRow[]): ExhibitFact[] {
  const { complete, offTrack } = countRows(rows)
  const without = rows.filter(({ impact }) => impact?.group === 'no-effect').length
  return [
    { figure: `${complete} of ${rows.length}`, words: 'milestones complete' },
    { figure: String(offTrack), words: 'off track' },
    { figure: String(without), words: 'done, no effect yet' },
  ]
}

/** Only what the rows say is asked about. */
function questionsOfPlan(rows: readonly PlanRow[]): string[] {
  const noEffect = rows.find(({ impact }) => impact?.group === 'no-effect')
  const moved = rows.find(({ moves, isComplete }) => moves.length >= 3 && !isComplete)
  const late = rows.find(({ delivery }) => delivery === 'late')
  return [
    ...(noEffect
      ? [
          `“${noEffect.title}” is done and its measure shows no effect yet: what was it expected to change, and when?`,
        ]
      : []),
    ...(moved
      ? [`“${moved.title}” has moved ${moved.moves.length} times: what makes this date different?`]
      : []),
    ...(late && late !== moved
      ? [`“${late.title}” is off track: what is in its way, and who can clear it?`]
      : []),
  ]
}

const riskColumns = [
  { head: 'Risk', text: ({ id, title }: RiskRow) => `${id} ${title}` },
  { head: 'Owner', text: ({ owner }: RiskRow) => owner },
  { head: 'Measure', text: ({ kpi }: RiskRow) => kpi?.name ?? null },
  { head: 'Score', text: ({ now }: RiskRow) => now?.score ?? null },
  { head: 'Target score', text: ({ target }: RiskRow) => target.score },
  { head: 'Standing', text: ({ standing }: RiskRow) => standing },
  { head: 'Last review', text: ({ reviews }: RiskRow) => reviews[0]?.on ?? null },
  { head: 'Note', text: ({ reviews }: RiskRow) => reviews[0]?.note ?? null },
]

/** Risks behind the milestones; officers only, as the set of the audience has it. */
export async function loadRisks(
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const { plan, kpis } = await readPlan(origin, queries)
  const rows = buildRiskRows(plan.risks, kpis, origin.edition.dataAsAt)
  const above = rows.filter(({ now, target }) => now !== null && now.score > target.score).length
  return tableExhibit({
    origin,
    name: 'Risks behind the improvement plan',
    finding:
      rows.length === 0
        ? 'No risk is shown to this audience'
        : `${above} of ${countOf(rows.length, 'risk')} ${above === 1 ? 'stands' : 'stand'} above target`,
    scope: '',
    facts: [],
    notes: ['Score is likelihood times impact, out of 25.'],
    questions: [],
    tables: [recordTable('Risks', riskColumns, rows, ['Owner', 'Measure'])],
    fileStem: 'risks',
    address,
  })
}

async function readPlan({ edition, audience }: ExhibitOrigin, queries: QueryClient) {
  const view = { edition: edition.number, audience }
  const [plan, { kpis }] = await Promise.all([
    queries.ensureQueryData(planQuery(view)),
    queries.ensureQueryData(kpisQuery(view)),
  ])
  return { plan, kpis, view }
}
