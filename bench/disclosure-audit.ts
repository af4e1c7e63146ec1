/**
 * What a reader of everything public could work out of the demonstration: from the rules for single figures
 * alone, and from figures protected together; what the difference costs; and whether whole numbers exist that
 * leave everything possible which must be, by a solver.
 *
 *   npm run evaluate:disclosure            bounds, cost and time
 *   npm run evaluate:disclosure -- exact   and the audit by the solver, some minutes
 *   npm run evaluate:disclosure -- verdicts   and what verdicts could tell of single counts
 *   npm run evaluate:disclosure -- time    and what protection costs of a publication, and with more breakdowns
 */
import { attack, attackByWorlds, type Disclosure, tellDisclosure } from '../src/domain/disclosure/attack.ts'
import { proposedPolicy } from '../src/domain/disclosure/policy.ts'
import { costByMeasure } from './disclosure/cost.ts'
import { tellEditions } from './disclosure/demonstration.ts'
import { auditExactly } from './disclosure/exact-audit.ts'
import { costOfBreakdowns, costOfPublishing } from './disclosure/publication.ts'
import { verdictKinds } from './disclosure/told-of-series.ts'
import { whatVerdictsGiveAway } from './disclosure/verdicts.ts'

const print = (line = '') => process.stdout.write(`${line}\n`)
const count = (found: readonly Disclosure[], kind: Disclosure['kind'], isExact: boolean) =>
  found.filter((one) => one.kind === kind && one.isExact === isExact).length

function row(cells: readonly (string | number)[]) {
  print(`| ${cells.join(' | ')} |`)
}

function attackRow(name: string, edition: number, found: readonly Disclosure[], cpu: number) {
  row([
    name,
    edition,
    count(found, 'withheld-count', true),
    count(found, 'withheld-count', false),
    found.filter(({ kind }) => kind === 'rounded-count').length,
    found.filter(({ kind }) => kind === 'withheld-share').length,
    `${Math.round(cpu)} ms`,
  ])
}

/** To somebody who knows every other figure: which counts a verdict narrows or makes known, and what all leave together. */
function printVerdicts() {
  const sizes = ['withheld', 'under-ten'] as const
  const { tally, together } = whatVerdictsGiveAway(sizes)
  print('\n| What is told | Size of the count | Asked after | Narrowed | Known |')
  row(Array(5).fill('---'))
  for (const kind of verdictKinds)
    for (const size of sizes) {
      const { asked, narrowed, known } = tally[size].get(kind) ?? { asked: 0, narrowed: 0, known: 0 }
      row([kind, size, asked, narrowed, known])
    }
  print('\nAll together, over all editions and measures that hold the same count:\n')
  print('| Size of the count | Counts | None of the other values ruled out | One | Two | Three |')
  row(Array(6).fill('---'))
  for (const size of sizes) {
    const out = together.ruledOut[size]
    const counts = [...out.values()].reduce((sum, some) => sum + some, 0)
    row([size, counts, ...[0, 1, 2, 3].map((values) => out.get(values) ?? 0)])
  }
  print(
    `\n${together.toldTwice} of them are held by several figures. Known: ${together.known.join(', ') || 'none'}.`,
  )
}

row([
  'Figures protected',
  'Edition',
  'Withheld counts known exactly',
  'narrowed',
  'Rounded counts known or narrowed',
  'Withheld shares known to be small',
  'Time to protect',
])
row(Array(7).fill('---'))
let alone: Disclosure[] = []
for (const { editions, edition, cpu } of tellEditions('alone')) {
  // before figures were judged together, a [c] was a count of 1 to 4 for certain
  alone = attack(editions.ledger, 'small')
  attackRow('each by itself', edition, alone, cpu)
}
let last = null
const costOfEditions: (readonly (string | number)[])[] = []
for (const { editions, edition, cpu, coarser } of tellEditions('together')) {
  attackRow('together', edition, attack(editions.ledger), cpu)
  last = editions.ledger
  const costs = [...costByMeasure(last).values()]
  const sum = (key: 'cells' | 'alone' | 'together') => costs.reduce((total, cost) => total + cost[key], 0)
  const figures = coarser.flatMap((one) => one.figures)
  costOfEditions.push([
    ...[edition, sum('cells'), sum('alone'), sum('together')],
    `${((100 * (sum('together') - sum('alone'))) / sum('alone')).toFixed(1)}%`,
    ...[coarser.length, figures.length, figures.filter(({ value }) => value === null).length],
  ])
}

print(
  '\n| Edition | Figures | Withheld by themselves | Withheld together | More | Measures in quarters | Their quarters | Withheld |',
)
row(Array(8).fill('---'))
for (const cost of costOfEditions) row(cost)

print('\nEach withheld count that the figures protected by themselves give away exactly:\n')
for (const found of alone)
  if (found.kind === 'withheld-count' && found.isExact) print(`- ${tellDisclosure(found)}`)

if (last) {
  const guessed = attackByWorlds(last)
  print(
    `\nNot shown to be possible by another world, to who guesses why each [c] stands there: ${guessed.length}`,
  )
  const costs = costByMeasure(last)
  print('\n| Measure | Figures | Withheld by themselves | Withheld together | More | Counts left out |')
  row(Array(6).fill('---'))
  const all = { cells: 0, alone: 0, together: 0, withoutCounts: 0 }
  const more = (before: number, after: number) =>
    before === 0 ? `${after}` : `${((100 * (after - before)) / before).toFixed(1)}%`
  for (const [kpi, cost] of costs) {
    for (const key of ['cells', 'alone', 'together', 'withoutCounts'] as const) all[key] += cost[key]
    if (cost.together > 0 || cost.withoutCounts > 0)
      row([kpi, cost.cells, cost.alone, cost.together, more(cost.alone, cost.together), cost.withoutCounts])
  }
  row(['**all**', all.cells, all.alone, all.together, more(all.alone, all.together), all.withoutCounts])

  if (process.argv.includes('exact')) {
    const { asked, alreadySeen, solved, failed, undecided } = await auditExactly(last, proposedPolicy)
    print(
      `\nExact audit: ${asked} numbers asked after, ${alreadySeen} values seen in solutions, ${solved} solved, ${failed.length} not possible (${undecided} undecided).`,
    )
    for (const demand of failed)
      print(`- ${tellDisclosure({ ...demand, possible: demand.each, isExact: false, because: [] })}`)
  }
}

if (process.argv.includes('verdicts')) printVerdicts()

if (process.argv.includes('time')) {
  const { whole, protection } = await costOfPublishing()
  print(
    `\nThe five editions take ${Math.round(whole)} ms of processor to publish, of which ${Math.round(protection)} protect them: ${(whole / (whole - protection)).toFixed(2)} times publishing without.`,
  )
  const once = costOfBreakdowns(1)
  for (const times of [4, 16]) {
    const { cells, cpu } = costOfBreakdowns(times)
    print(
      `With ${times} times the breakdowns (${cells} figures): ${(cpu / once.cpu).toFixed(1)} times as long (${Math.round(cpu)} ms).`,
    )
  }
}
