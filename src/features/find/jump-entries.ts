import type { Action } from '../../domain/actions/action.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { isCategoryDimension, type Theme, themeNames } from '../../domain/measures/measure.ts'
import type { Milestone } from '../../domain/plans/plan.ts'
import type { Findable } from '../../domain/search/find-entries.ts'

/** Where an entry leads: an address of the app, and what it adds to edition and audience. */
export interface Destination {
  path: string
  search?: Readonly<Record<string, string>>
}

export interface JumpEntry extends Findable {
  id: string
  /** what it is, in a word, as it stands beside the label */
  kind: string
  /** where it belongs, for entries of the same name */
  detail: string
  destination: Destination
}

export interface JumpPage {
  to: string
  label: string
  keywords: readonly string[]
}

export function pageEntries(pages: readonly JumpPage[]): JumpEntry[] {
  return pages.map(({ to, label, keywords }) => ({
    id: `page-${to}`,
    kind: 'Page',
    label,
    detail: '',
    keywords,
    destination: { path: to },
  }))
}

/** A measure, and each category of a measure of categories: somebody may know "self-neglect" alone. */
export function measureEntries(kpis: readonly DescribedKpi[]): JumpEntry[] {
  return kpis.flatMap((kpi) => [
    {
      id: `measure-${kpi.id}`,
      kind: 'Measure',
      label: kpi.name,
      detail: themeName(kpi.theme),
      keywords: [themeName(kpi.theme), kpi.definition, kpi.code ?? '', kpi.id],
      destination: { path: pathOfMeasure(kpi.id) },
    },
    ...categoryEntries(kpi),
  ])
}

function categoryEntries(kpi: DescribedKpi): JumpEntry[] {
  if (kpi.aggregation !== 'X') return []
  return kpi.dimensions
    .filter(({ id }) => isCategoryDimension(id))
    .flatMap(({ id: dimension, members }) =>
      members.map(({ id: member, label }) => ({
        id: `category-${kpi.id}-${dimension}-${member}`,
        kind: 'Category',
        label,
        detail: kpi.name,
        keywords: [kpi.name],
        destination: { path: pathOfMeasure(kpi.id), search: { dimension, member } },
      })),
    )
}

/** Milestones lead to the measure that they are to move; one without a measure, to the plan where there is one. */
export function milestoneEntries(
  milestones: readonly Milestone[],
  kpis: readonly DescribedKpi[],
  planPath: string | null,
): JumpEntry[] {
  const names = new Map(kpis.map(({ id, name }) => [id, name]))
  return milestones.flatMap(({ id, title, kpi, workstream }) => {
    const name = kpi === null ? undefined : names.get(kpi)
    const path = kpi !== null && name !== undefined ? pathOfMeasure(kpi) : planPath
    if (path === null) return []
    return [
      {
        id: `milestone-${id}`,
        kind: 'Milestone',
        label: title,
        detail: name ?? 'Improvement plan',
        keywords: [name ?? '', workstream, id],
        destination: { path },
      },
    ]
  })
}

/** Actions by their id, their words and their owner; none where the app has no page for them. */
export function actionEntries(
  actions: readonly Action[],
  kpis: readonly DescribedKpi[],
  path: string | null,
): JumpEntry[] {
  if (path === null) return []
  const names = new Map(kpis.map(({ id, name }) => [id, name]))
  return actions.map(({ id, action, ownerRole, board, link }) => ({
    id: `action-${id}`,
    kind: 'Action',
    label: `${id} ${action}`,
    detail: ownerRole,
    keywords: [ownerRole, board, (link !== null && names.get(link)) || ''],
    destination: { path, search: { action: id } },
  }))
}

const pathOfMeasure = (id: string) => `/kpis/${encodeURIComponent(id)}`

function themeName(theme: Theme): string {
  return themeNames[theme]
}
