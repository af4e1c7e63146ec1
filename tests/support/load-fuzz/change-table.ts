import type { Random } from './random.ts'
import type { Table } from './seed-loads.ts'

/**
 * What a changed load must yield.
 * `same`: accepted, with the figures that it had. `same-or-refused`: those, or a told error. `refused`: a told error.
 * `confined`: a told error, or figures of which only those of changed rows differ, each as its changed row says it.
 * `few`: a told error, or the figures of two rows at most differ. `told`: no loader can know what is right, so only that it ends, and ends with words.
 */
export type Expected = 'same' | 'same-or-refused' | 'refused' | 'confined' | 'few' | 'told'

export interface Change {
  name: string
  expected: Expected
  table: string[][]
  /** texts that nothing that is said may hold */
  secrets?: readonly string[]
}

/** Cells that are none, or another than they seem, or that break what reads them. */
const oddCells = [
  '#N/A',
  '#REF!',
  '-',
  '–',
  '..',
  '*',
  '<5',
  '[c]',
  '[x]',
  '1,234',
  '1.234,5',
  '45%',
  '£12',
  '1e3',
  '0x1F',
  '012',
  '+5',
  '−5',
  'NaN',
  'Infinity',
  '١٢',
  '１２',
  '½',
  '12 ',
  ' 12',
  '\u00a012',
  '1 234',
  '=1+1',
  '@SUM(A1)',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'true',
  '0',
  '-0',
  '-1',
  '0.5',
  '9007199254740993',
  '123456789012345678901234567890',
  '0.1234567890123456789',
  '"',
  '""',
  'a"b',
  ',',
  ';',
  '\t',
  'line\nbreak',
  'line\r\nbreak',
  '\u0000',
  '\ufeff',
  '\u200b',
  '\ud800',
  '👩‍👩‍👧',
  'Café',
  'Ł',
  '<b>',
  "'; drop table x; --",
  '../../etc/passwd',
  '%s%n',
  'Total',
  'Grand Total',
  'All',
  'Applied filters: none',
  'Source: x',
  '2025-13',
  '2025-02-30',
  '31/02/2025',
  '2025-04',
  'Apr-25',
  '45748',
  '0025-01-01',
  '9999-12-31',
  '1900-01-00',
  '2025-Q1',
  'FY2024-25',
  '2024-25',
  'x'.repeat(300),
  'x'.repeat(33_000),
  '9'.repeat(400),
  'a,'.repeat(50),
]

/** Somebody invented, in the forms in which people stand in extracts; each is looked for in whatever is said. */
const persons: readonly (readonly [cell: string, secrets: readonly string[]])[] = [
  ['9434765919', ['9434765919', '943476']],
  ['943 476 5919', ['943 476']],
  ['QQ123456C', ['QQ123456']],
  ['margaret.quill@example.org', ['margaret', 'quill']],
  ['Mrs Quillfeather', ['Quillfeather']],
  ['Referred by Dr Quillfeather, 12 High Street, W5 2HL', ['Quillfeather', 'High Street']],
  ['07700 900123', ['900123']],
  ['born 14/02/1941', ['1941']],
  ['14 Quill Road, Ealing W5 2HL', ['Quill', '2HL']],
]

export const changeTable: Record<string, (table: Table, random: Random, headerRows: number) => Change> = {
  'another figure in a cell': onCell((cell, random) => cell.replace(/\d/, String(random.below(10)))),
  'an odd cell': onCell((_, random) => random.pick(oddCells)),
  'a cell emptied': onCell(() => ''),
  'a letter changed in a cell': onCell((cell, random) => {
    const at = random.below(Math.max(1, cell.length))
    return `${cell.slice(0, at)}${random.pick([...'aZ9-,. "\'é;|\n'])}${cell.slice(at + 1)}`
  }),
  'a date written otherwise': onCell((cell, random) => {
    const [, year = '', month = '', day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(cell) ?? []
    if (!year) return cell
    return random.pick([
      `${day}/${month}/${year}`,
      `${month}/${day}/${year}`,
      `${day}.${month}.${year.slice(2)}`,
      `${year}${month}${day}`,
      `${year}-${month}`,
      `${year}-${month}-${day}T00:00:00Z`,
      `${year}-${month}-${day} 13:45`,
      `${year}-${Number(month)}-${Number(day)}`,
      `1${year.slice(1)}-${month}-${day}`,
    ])
  }),
  'a cell of another row': (table, random, headerRows) => {
    const from = rowOf(table, random, headerRows)
    return onCell((_, __, column) => table[from]?.[column] ?? '')(table, random, headerRows)
  },
  'two cells of a row swapped': onRow((row, random) => {
    const [a, b] = [random.below(row.length), random.below(row.length)]
    ;[row[a], row[b]] = [row[b] ?? '', row[a] ?? '']
  }),
  'a cell too few': onRow((row, random) => row.splice(random.below(row.length), 1)),
  'a cell too many': onRow((row, random) => row.splice(random.below(row.length), 0, random.pick(oddCells))),
  'rows left out': rows((body, random) => body.splice(random.below(body.length), 1 + random.below(3))),
  'cut at the end': rows((body, random) => body.splice(1 + random.below(body.length))),
  'a figure said twice, and otherwise': rows((body, random) => {
    const row = [...random.pick(body)]
    const at = random.below(row.length)
    row[at] = row[at]?.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)) ?? ''
    body.splice(random.below(body.length), 0, row)
  }),
  'rows in another order': rows((body, random) => shuffle(body, random), 'same'),
  'rows in order of a column': rows((body, random) => {
    const column = random.below(body[0]?.length ?? 1)
    body.sort((a, b) => ((a[column] ?? '') < (b[column] ?? '') ? 1 : -1))
  }, 'same'),
  'the same row twice': rows((body, random) => body.push([...random.pick(body)]), 'same'),
  'blank rows': rows((body, random) => {
    const width = body[0]?.length ?? 1
    for (let time = 0; time < 3; time += 1)
      body.splice(random.below(body.length + 1), 0, Array(width).fill(''))
  }, 'same'),
  'a footer': rows((body, random) => {
    const width = body[0]?.length ?? 1
    const said = random.pick([
      'Applied filters:\nYear is 2025',
      'Source: the system of record',
      'Notes',
      'Exported on 1 May 2025',
    ])
    body.push(Array(width).fill(''), [said, ...Array(width - 1).fill('')])
  }, 'same'),
  'titles above the header': (table, random) => {
    const width = table[0]?.length ?? 1
    const line = (text: string) => [text, ...Array<string>(width - 1).fill('')]
    const titles = [
      line('Adult social care'),
      line(''),
      line(random.pick(['Figures of May', 'Report 12', '2025'])),
    ]
    return { name: '', expected: 'same', table: [...titles, ...copyOf(table)] }
  },
  'columns in another order': (table, random, headerRows) => {
    const order = shuffle([...(table[0] ?? []).keys()], random)
    // of several header rows a heading goes on over the columns behind it
    const expected = headerRows === 1 ? 'same' : 'told'
    return { name: '', expected, table: table.map((row) => order.map((column) => row[column] ?? '')) }
  },
  'a column that nobody asked for': column(() => ['Remarks', () => 'none'], 'same'),
  'an empty column': column(() => ['', () => ''], 'same'),
  'a column left out': (table, random) => {
    const at = random.below(table[0]?.length ?? 1)
    return { name: '', expected: 'told', table: table.map((row) => row.toSpliced(at, 1)) }
  },
  'a column twice': column((table, random) => {
    const at = random.below(table[0]?.length ?? 1)
    return [table[0]?.[at] ?? '', (row) => row[at] ?? '']
  }, 'told'),
  'a heading changed': (table, random) => {
    const [first = [], ...body] = copyOf(table)
    const at = random.below(first.length)
    first[at] = random.pick([
      `${first[at]} `,
      ` ${first[at]}`,
      `${first[at]}x`,
      first[at]?.toUpperCase() ?? '',
      '',
      '#N/A',
      ...oddCells,
    ])
    return { name: '', expected: 'told', table: [first, ...body] }
  },
  'two headings swapped': (table, random) => {
    const [first = [], ...body] = copyOf(table)
    const [a, b] = [random.below(first.length), random.below(first.length)]
    ;[first[a], first[b]] = [first[b] ?? '', first[a] ?? '']
    return { name: '', expected: 'told', table: [first, ...body] }
  },
  'the header again among the rows': rows(
    (body, random, header) => body.splice(random.below(body.length), 0, [...header]),
    'same-or-refused',
  ),
  'a person in a cell': onPerson((table, random, headerRows, cell) => {
    const row = table[rowOf(table, random, headerRows)] ?? []
    row[random.below(row.length)] = cell
  }),
  'a person above the table': onPerson((table, _, __, cell) =>
    table.unshift([cell, ...Array((table[0]?.length ?? 1) - 1).fill('')]),
  ),
  'a person below the table': onPerson((table, _, __, cell) =>
    table.push([`Notes: ${cell}`, ...Array((table[0]?.length ?? 1) - 1).fill('')]),
  ),
  'a person in a heading': onPerson((table, _, __, cell) =>
    table.forEach((row, index) => {
      row.push(index === 0 ? cell : '')
    }),
  ),
}

function copyOf(table: Table): string[][] {
  return table.map((row) => [...row])
}

function rowOf(table: Table, random: Random, headerRows: number): number {
  return headerRows + random.below(table.length - headerRows)
}

type Make = (table: Table, random: Random, headerRows: number) => Change

function onRow(change: (row: string[], random: Random) => void): Make {
  return (table, random, headerRows) => {
    const changed = copyOf(table)
    change(changed[rowOf(table, random, headerRows)] ?? [], random)
    return { name: '', expected: 'confined', table: changed }
  }
}

function onCell(change: (cell: string, random: Random, column: number) => string): Make {
  return onRow((row, random) => {
    const column = random.below(row.length)
    row[column] = change(row[column] ?? '', random, column)
  })
}

function rows(
  change: (body: string[][], random: Random, header: readonly string[]) => void,
  expected: Expected = 'confined',
): Make {
  return (table, random, headerRows) => {
    const changed = copyOf(table)
    const body = changed.splice(headerRows)
    change(body, random, table[0] ?? [])
    return { name: '', expected, table: [...changed, ...body] }
  }
}

function column(
  make: (table: Table, random: Random) => readonly [name: string, cell: (row: readonly string[]) => string],
  expected: Expected,
): Make {
  return (table, random, headerRows) => {
    const [name, cell] = make(table, random)
    const changed = table.map((row, index) => [
      ...row,
      index === 0 ? name : index < headerRows ? '' : cell(row),
    ])
    return { name: '', expected, table: changed }
  }
}

function onPerson(
  place: (table: string[][], random: Random, headerRows: number, cell: string) => void,
): Make {
  return (table, random, headerRows) => {
    const [cell, secrets] = random.pick(persons)
    const changed = copyOf(table)
    place(changed, random, headerRows, cell)
    return { name: '', expected: 'refused', table: changed, secrets }
  }
}

function shuffle<Item>(items: Item[], random: Random): Item[] {
  for (let end = items.length - 1; end > 0; end -= 1) {
    const at = random.below(end + 1)
    const [a, b] = [items[end], items[at]]
    if (a === undefined || b === undefined) continue
    items[end] = b
    items[at] = a
  }
  return items
}
