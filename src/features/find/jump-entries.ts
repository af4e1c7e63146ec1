import type { RegisteredRouter } from '@tanstack/react-router'
import type { Action } from '../../domain/actions/action.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { isCategoryDimension, type Theme, themeNames } from '../../domain/measures/measure.ts'
import type { Milestone } from '../../domain/plans/plan.ts'
import type { Findable } from '../../domain/search/find-entries.ts'

/** The pages that need no more to open than their path. */
export type PagePath = Exclude<keyof RegisteredRouter['routesByPath'], `${string}$${string}`>

/** Where an entry leads, in the edition and for the audience that are open. */
export type Destination =
  | { kind: 'page'; to: PagePath; search?: Readonly<Record<string, string>> }
  | { kind: 'measure'; id: string; part: { dimension: string; member: string } | null }
  | { kind: 'action'; id: string }

export interface JumpEntry extends Findable {
  id: string
  /** what it is, in a word, as it stands beside the label */
  kind: string
  /** where it belongs, for entries of the same name */
  detail: string
  destination: Destination
}

export interface JumpPage {
  to: PagePath
  label: string
  keywords: readonly string[]
  /** what of the page is opened; the whole where left out */
  search?: Readonly<Record<string, string>>
}

export function pageEntries(pages: readonly JumpPage[]): JumpEntry[] {
  return pages.map(({ to, label, keywords, search }) => ({
    id: `page-${label}`,
    kind: 'Page',
    label,
    detail: '',
    keywords,
    destination: { kind: 'page', to, ...(search && { search }) },
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
      destination: wholeOf(kpi.id),
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
        destination: { kind: 'measure', id: kpi.id, part: { dimension, member } },
      })),
    )
}

/** Milestones lead to the measure that they are to move; one without a measure, to the plan. */
export function milestoneEntries(
  milestones: readonly Milestone[],
  kpis: readonly DescribedKpi[],
): JumpEntry[] {
  const names = new Map(kpis.map(({ id, name }) => [id, name]))
  return milestones.map(({ id, title, kpi, workstream }) => {
    const name = kpi === null ? undefined : names.get(kpi)
    return {
      id: `milestone-${id}`,
      kind: 'Milestone',
      label: title,
      detail: name ?? 'Improvement plan',
      keywords: [name ?? '', workstream, id],
      destination: kpi !== null && name !== undefined ? wholeOf(kpi) : { kind: 'page', to: '/plan' },
    }
  })
}

/** Actions by their id, their words and their owner. */
export function actionEntries(actions: readonly Action[], kpis: readonly DescribedKpi[]): JumpEntry[] {
  const names = new Map(kpis.map(({ id, name }) => [id, name]))
  return actions.map(({ id, action, ownerRole, board, link }) => ({
    id: `action-${id}`,
    kind: 'Action',
    label: `${id} ${action}`,
    detail: ownerRole,
    keywords: [ownerRole, board, (link !== null && names.get(link)) || ''],
    destination: { kind: 'action', id },
  }))
}

const wholeOf = (id: string): Destination => ({ kind: 'measure', id, part: null })

function themeName(theme: Theme): string {
  return themeNames[theme]
}
