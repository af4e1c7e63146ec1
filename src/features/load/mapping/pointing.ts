import type {
  ColumnRole,
  MappingLook,
  PointedColumn,
  PointedTable,
  TableLook,
} from '../../../api/mappings.ts'

/** What an analyst can say that a column is, in the order of the list. */
export const roleWords: Record<Exclude<ColumnRole, 'figures-of-period'>, string> = {
  nothing: 'Not used',
  period: 'The period',
  member: 'The group: town, team, age',
  'other-member': 'Another group, told by itself',
  figures: 'Figures of a measure',
  'figures-of-member': 'Figures of one group',
  numerator: 'The numerator',
  denominator: 'The denominator',
  n: 'How many cases',
  status: 'Provisional or final',
  'as-at': 'When it was read',
}
/** Only headings that say periods are these. */
export const periodHeadingWords = 'Figures of the period in its name'

/** Roles that one column alone can have. */
const ofOne = new Set<ColumnRole>(['period', 'member', 'numerator', 'denominator', 'n', 'status', 'as-at'])

/** A table in which a column is something else; another that was the same alone is not used any more. */
export function withRole(table: PointedTable, index: number, role: ColumnRole): PointedTable {
  const columns = table.columns.map((column, at): PointedColumn => {
    if (at === index) return roleOf(column, role)
    return ofOne.has(role) && column.role === role ? { name: column.name, role: 'nothing' } : column
  })
  const isGrouped = hasGroups({ columns })
  const name = columns[index]?.name ?? ''
  const wasWhole = table.dimension === 'borough'
  return {
    ...table,
    columns,
    headers: columns.some((column) => column.role === 'figures-of-period') ? table.headers : [],
    dimension: isGrouped ? (wasWhole ? idOf(role === 'member' ? name : '') : table.dimension) : 'borough',
    // rows whose counts make a figure are not counted themselves
    combine: table.combine === 'count' && isRatio({ columns, headers: table.headers }) ? null : table.combine,
  }
}

/** Whether the rows are of groups, or the columns. */
export function hasGroups({ columns }: Pick<PointedTable, 'columns'>): boolean {
  return columns.some(({ role }) => role === 'member' || role === 'figures-of-member')
}

/** Whether no column holds figures, and two hold what they are made of: a numerator and a denominator. */
export function isRatio({ columns, headers }: Pick<PointedTable, 'columns' | 'headers'>): boolean {
  const has = (wanted: ColumnRole) => columns.some(({ role }) => role === wanted)
  return (
    headers.length === 0 &&
    !has('figures') &&
    !has('figures-of-member') &&
    has('numerator') &&
    has('denominator')
  )
}

function roleOf({ name, kpi = '' }: PointedColumn, role: ColumnRole): PointedColumn {
  switch (role) {
    case 'period':
      return { name, role, form: 'month-name' }
    case 'figures':
      return { name, role, kpi }
    case 'figures-of-member':
      return { name, role, member: name }
    case 'other-member':
      return { name, role, dimension: idOf(name) }
    default:
      return { name, role }
  }
}

export function withColumn(
  table: PointedTable,
  index: number,
  changes: Partial<PointedColumn>,
): PointedTable {
  return {
    ...table,
    columns: table.columns.map((column, at) => (at === index ? { ...column, ...changes } : column)),
  }
}

/** What the numerator divided by the denominator may be, by what it is multiplied by. */
export const ratioWords: readonly { scale: number; words: string }[] = [
  { scale: 100, words: 'A percentage: times 100' },
  { scale: 1, words: 'One divided by the other, and no more' },
  ...[1_000, 10_000, 100_000, 1_000_000].map((scale) => ({
    scale,
    words: `A rate per ${scale.toLocaleString('en-GB')}`,
  })),
]

/** @example 'Locality Team' → 'locality-team' */
function idOf(name: string): string {
  return (name.toLowerCase().match(/[a-z]+/g) ?? []).join('-')
}

/** Whether the measure is that of all figures: of one column to each group, or of rows that are counted. */
export function needsWholeMeasure({ columns, headers }: PointedTable): boolean {
  return headers.length === 0 && !columns.some(({ role }) => role === 'figures')
}

/** What is still to be said before it can be tried, each with the field that says it. */
export function faultsOf(
  table: PointedTable,
  kpis: MappingLook['kpis'],
): { field: string; message: string }[] {
  const isKnown = (kpi: string | undefined) => kpis.some(({ id }) => id === kpi)
  const measures = table.columns.flatMap(({ name, role, kpi }, index) =>
    role === 'figures' && !isKnown(kpi)
      ? [{ field: `kpi-${index}`, message: `Say which measure “${name}” is of` }]
      : [],
  )
  const headed = table.headers.flatMap(({ kpi }, index) =>
    isKnown(kpi)
      ? []
      : [{ field: `heading-${index}`, message: 'Say which measure the columns of periods are of' }],
  )
  const whole =
    needsWholeMeasure(table) && !isKnown(table.kpi)
      ? [{ field: 'kpi', message: 'Say which measure the figures are of, or which column holds figures' }]
      : []
  const group =
    table.dimension === ''
      ? [{ field: 'dimension', message: 'Say what the groups are: town, team, age' }]
      : []
  const ratio =
    isRatio(table) && !table.ratio && table.combine !== 'count'
      ? [{ field: 'ratio', message: 'Say what the numerator divided by the denominator is' }]
      : []
  return [
    ...measures,
    ...headed,
    ...whole,
    ...ratio,
    ...group,
    ...otherGroupFaults(table),
    ...periodFaults(table),
  ]
}

function otherGroupFaults({ columns }: PointedTable) {
  const isWide = columns.some(({ role }) => role === 'figures-of-member')
  return columns.flatMap(({ name, role, dimension }, index) => {
    if (role !== 'other-member') return []
    if (isWide) {
      return [
        {
          field: `role-${index}`,
          message: `Columns hold the figures of groups: “${name}” cannot be another group beside them`,
        },
      ]
    }
    return dimension
      ? []
      : [{ field: `dimension-${index}`, message: `Say what the groups of “${name}” are: town, team, age` }]
  })
}

function periodFaults({ columns, headers, period }: PointedTable) {
  if (headers.length > 0 || columns.some(({ role }) => role === 'period')) return []
  const isSaid = period && (period.from !== 'constant' || /^(FY)?\d{4}/.test(period.text ?? ''))
  return isSaid
    ? []
    : [{ field: 'period', message: 'Say which column is the period, or which period all rows are of' }]
}

/** @example of a workbook with several sheets: 'list.xlsx, sheet Figures' */
export function tableTitle({ file, sheet }: Pick<TableLook, 'file' | 'sheet'>): string {
  return sheet === null ? file : `${file}, sheet ${sheet}`
}

/** What came of trying, in one sentence for whoever listens. */
export function triedWords(look: MappingLook): string {
  const figures = look.tables.reduce((sum, { figureCount }) => sum + figureCount, 0)
  const errors = look.problems.filter(({ severity }) => severity === 'error').length
  const made = `${figures.toLocaleString('en-GB')} ${figures === 1 ? 'figure comes' : 'figures come'} of it`
  return errors === 0
    ? `${made}, and nothing is wrong.`
    : `${made}, and ${errors === 1 ? '1 error is' : `${errors} errors are`} to be put right.`
}

export function hasErrors({ problems }: MappingLook): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
