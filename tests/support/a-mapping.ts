/** What a column of a month and one of numbers become: the whole of a list. A test names only what matters to it. */
export function anOutput(changes: object = {}) {
  return {
    kpi: 'ot-waiting',
    dimension: 'borough',
    member: 'All',
    period: { column: 'Month', form: 'month-name' },
    value: { column: 'Adults' },
    asAt: 'period-end',
    ...changes,
  }
}

/**
 * A mapping of one file.
 *
 * @param changes of its one output
 */
export function aMapping(file: string, changes: object = {}) {
  return { files: [{ file, outputs: [anOutput(changes)] }] }
}
