import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { nothingStanding } from '../../../src/ingest/standing.ts'
import { soundLoad } from '../../support/load-files.ts'

/** Four times as much may take four times the work, with room for a busy machine; a square would take sixteen. */
const most = 9

async function loadOf(files: Readonly<Record<string, string>>) {
  const sources = Object.entries(files).map(([name, content]) => {
    const bytes = new TextEncoder().encode(content)
    const open = async () =>
      (async function* () {
        for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
      })()
    return { name, label: name, isNamed: true, open }
  })
  return await readLoad(sources, null, nothingStanding, '2026-01-01')
}

/** Processor time of this process alone, the least of three: other work of the machine only adds. */
async function workOf(files: Readonly<Record<string, string>>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage()
    await loadOf(files)
    const { user, system } = process.cpuUsage(before)
    times.push(user + system)
  }
  return Math.min(...times)
}

const header = soundLoad['observations.csv'].split('\n')[0] ?? ''
const words = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word}${index}`)

/** What grows, with how large it is at first. */
const growing: readonly (readonly [string, number, (size: number) => Record<string, string>])[] = [
  [
    'unknown columns, each row with a fault in it',
    240,
    (size) => ({
      'observations.csv': [
        `${header},${words(size, 'c').join(',')}`,
        ...Array<string>(200).fill(
          `nothing,2025-09,borough,All,4,,,,,2025-10-06,${words(size, 'x').join(',')}`,
        ),
      ].join('\n'),
    }),
  ],
  [
    'rows with faults, against as many known ids',
    1500,
    (size) => ({
      'kpis.csv': [
        soundLoad['kpis.csv'].split('\n')[0],
        ...words(size, 'kpi-').map((id) => `${id},Name,waiting,count,P,down,month,0,,,people,,1,2024-04-01`),
      ].join('\n'),
      'observations.csv': [
        header,
        ...words(size, 'kp-').map((id) => `${id},2025-09,borough,All,4,,,,,2025-10-06`),
      ].join('\n'),
    }),
  ],
  [
    'rows of figures',
    5000,
    (size) => ({
      ...soundLoad,
      'observations.csv': [
        header,
        ...words(size, 'T').map((member) => `ot-waiting,2025-09,town,${member},4,,,,,2025-10-06`),
      ].join('\n'),
    }),
  ],
  [
    'milestones and actions that name each other',
    1500,
    (size) => ({
      ...soundLoad,
      'milestones.csv': [
        'id,workstream,title,kpi_id,success_measure,owner_role,baseline_due,current_due,completed,status,risk',
        ...words(size, 'M').map((id) => `${id},Waiting,Surge,ot-waiting,,Lead,2025-11-28,2025-11-28,,green,`),
      ].join('\n'),
      'actions.csv': [
        'id,board,raised,action,owner_role,due,closed,status,link,carried',
        ...words(size, '').map((n) => `A${n},Board,2025-07-10,Report,Lead,2025-10-09,,open,M${n},0`),
      ].join('\n'),
    }),
  ],
  ['one line without an end', 200_000, (size) => ({ 'observations.csv': 'x'.repeat(size) })],
]

describe('the work of a load', () => {
  it('lets whoever else waits have a turn, again and again', async () => {
    let turns = 0
    let isOver = false
    const takeTurn = () => {
      turns += 1
      if (!isOver) setImmediate(takeTurn)
    }
    setImmediate(takeTurn)
    await loadOf({
      ...soundLoad,
      'observations.csv': [
        header,
        ...words(20_000, 'T').map((member) => `ot-waiting,2025-09,town,${member},4,,,,,2025-10-06`),
      ].join('\n'),
    })
    isOver = true
    expect(turns).toBeGreaterThan(5)
  })

  it.each(growing)('grows as the file does: %s', async (_, size, filesOf) => {
    await loadOf(filesOf(size))
    const ratio = (await workOf(filesOf(4 * size))) / (await workOf(filesOf(size)))
    expect(ratio).toBeLessThan(most)
  })
})
