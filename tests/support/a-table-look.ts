import type { MappingLook, PointedTable, TableLook } from '../../src/contract/mappings.ts'

/** A list of waits that was looked into: its measure is not known yet. */
export function aPointedTable(changes: Partial<PointedTable> = {}): PointedTable {
  return {
    file: 'waiting-*.csv',
    sheet: null,
    headerRows: 1,
    columns: [
      { name: 'Month', role: 'period', form: 'month-name' },
      { name: 'Place', role: 'member' },
      { name: 'Number', role: 'figures', kpi: '' },
    ],
    period: null,
    headers: [],
    dimension: 'town',
    member: 'All',
    kpi: '',
    asAt: 'period-end',
    combine: null,
    suppressed: [],
    missing: [],
    provisional: [],
    numbers: null,
    kept: {},
    ...changes,
  }
}

export function aTableLook(changes: Partial<TableLook> = {}): TableLook {
  return {
    file: 'waiting-2025-10.csv',
    sheet: null,
    label: 'waiting-2025-10.csv',
    names: ['Month', 'Place', 'Number'],
    rows: [
      { line: 2, cells: ['Oct-25', 'Acton', '12'] },
      { line: 3, cells: ['Oct-25', 'Hanwell', 'many'] },
    ],
    marks: [],
    pointed: aPointedTable(),
    mapping: { file: 'waiting-*.csv', outputs: [] },
    from: null,
    fingerprint: 'a'.repeat(64),
    unknown: [],
    figures: [],
    figureCount: 0,
    ...changes,
  }
}

export function aLook(tables: TableLook[], changes: Partial<MappingLook> = {}): MappingLook {
  return {
    problems: [],
    tables,
    kpis: [
      { id: 'ot-waiting', name: 'Waiting for OT assessment' },
      { id: 'home-reviews', name: 'Reviews at home' },
    ],
    dimensions: ['town'],
    forms: [
      { id: 'month-name', example: 'Apr-25' },
      { id: 'date', example: '2025-04-01' },
    ],
    ...changes,
  }
}
