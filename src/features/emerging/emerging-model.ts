import type {
  FlaggedChange,
  Meaning,
  TestedFamily,
  TestedSeries,
} from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { borough, isCompound, type Theme, themes } from '../../domain/measures/measure.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { holdsAll } from '../../domain/search/fold.ts'
import { type Strength, strengthOf } from '../../domain/signals/strength.ts'
import type { EmergingSearch } from './emerging-search.ts'

/** A flagged series as its row shows it. */
export interface SignalRow {
  key: string
  kpi: string
  measure: string
  theme: Theme | null
  /** null for the whole borough */
  part: { dimension: string; member: string; label: string } | null
  /** 'Type of abuse: Self-neglect'; 'Whole borough' */
  where: string
  change: FlaggedChange
  since: string
  strength: Strength
  /** set where the measure is of another service than the officer's: what is said of it is what the panel has */
  audience?: 'protected' | undefined
}

/** A series whose figure is to be confirmed before it is tested. */
export interface ConfirmRow extends Pick<SignalRow, 'key' | 'kpi' | 'measure' | 'where'> {
  sentence: string
}

/** The flagged series of one measure, the strongest of them leading. */
export interface SignalGroup {
  kpi: string
  measure: string
  lead: SignalRow
  others: SignalRow[]
}

export interface EmergingModel {
  tested: number
  untested: number
  /** over the whole edition, whatever the filter */
  flagged: number
  measures: number
  meanings: Record<Meaning, number>
  /** themes that hold a flagged series */
  themes: Theme[]
  /** after the filter */
  shown: number
  /** concerns, and changes that are neither better nor worse, strongest first */
  toAsk: SignalGroup[]
  improvements: SignalGroup[]
  /** over the whole edition, whatever the filter */
  toConfirm: ConfirmRow[]
}

/** What the page shows of a tested family: flagged series only, under their measures, in the order of their rank. */
export function buildEmergingModel(
  { signals, untested, toConfirm = [] }: TestedFamily,
  kpis: readonly DescribedKpi[],
  search: EmergingSearch,
): EmergingModel {
  const described = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const rows = signals.flatMap((signal) => rowOf(signal, described.get(signal.kpi)) ?? [])
  const shown = rows.filter((row) => isAskedFor(row, search))
  return {
    tested: signals.length,
    untested,
    flagged: rows.length,
    measures: new Set(rows.map(({ kpi }) => kpi)).size,
    meanings: {
      concern: countMeaning(rows, 'concern'),
      neutral: countMeaning(rows, 'neutral'),
      improvement: countMeaning(rows, 'improvement'),
    },
    themes: themes.filter((theme) => rows.some((row) => row.theme === theme)),
    shown: shown.length,
    toAsk: groupByMeasure(shown.filter(({ change }) => change.meaning !== 'improvement')),
    improvements: groupByMeasure(shown.filter(({ change }) => change.meaning === 'improvement')),
    toConfirm: toConfirm.map(({ kpi, dimension, member, label, sentence }) => ({
      key: `${kpi} ${dimension} ${member}`,
      kpi,
      measure: described.get(kpi)?.name ?? kpi,
      where: whereInWords(described.get(kpi), dimension, label),
      sentence,
    })),
  }
}

/** Null for what is not flagged: nothing is claimed of it. */
export function rowOf(signal: TestedSeries, kpi: DescribedKpi | undefined): SignalRow | null {
  const { change, dimension, member, label, qValue } = signal
  if (!signal.flagged || change === null) return null
  const isWhole = dimension === borough.dimension
  return {
    key: `${signal.kpi} ${dimension} ${member} ${signal.tested}`,
    kpi: signal.kpi,
    measure: kpi?.name ?? signal.kpi,
    theme: kpi?.theme ?? null,
    ...(kpi?.audience ? { audience: kpi.audience } : {}),
    part: isWhole ? null : { dimension, member, label },
    where: whereInWords(kpi, dimension, label),
    change,
    since: formatPeriod(change.since),
    strength: strengthOf(qValue),
  }
}

/** Two breakdowns at once name themselves: 'Self-neglect · Southall'. */
function whereInWords(kpi: DescribedKpi | undefined, dimension: string, label: string): string {
  if (dimension === borough.dimension) return 'Whole borough'
  return isCompound(dimension) ? label : `${dimensionLabel(kpi, dimension)}: ${label}`
}

export function dimensionLabel(kpi: DescribedKpi | undefined, dimension: string): string {
  return kpi?.dimensions.find(({ id }) => id === dimension)?.label ?? dimension
}

function isAskedFor({ theme, change, measure, where }: SignalRow, search: EmergingSearch): boolean {
  return (
    (search.theme === undefined || theme === search.theme) &&
    (search.meaning === undefined || change.meaning === search.meaning) &&
    (search.kind === undefined || change.kind === search.kind) &&
    holdsAll(`${measure} ${where} ${change.sentence}`, search.find ?? '')
  )
}

export function isFiltered({ theme, meaning, kind, find }: EmergingSearch): boolean {
  return Boolean(theme || meaning || kind || find)
}

function countMeaning(rows: readonly SignalRow[], meaning: Meaning): number {
  return rows.filter(({ change }) => change.meaning === meaning).length
}

/** Rows come in the order of their rank, so that the first of a measure leads it, and measures follow their leads. */
function groupByMeasure(rows: readonly SignalRow[]): SignalGroup[] {
  const groups = new Map<string, SignalGroup>()
  for (const row of rows) {
    const group = groups.get(row.kpi)
    if (group) group.others.push(row)
    else groups.set(row.kpi, { kpi: row.kpi, measure: row.measure, lead: row, others: [] })
  }
  return [...groups.values()]
}
