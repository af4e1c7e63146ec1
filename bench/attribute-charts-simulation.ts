import { figuresOfKind, simulatedKinds, tellsChange } from './attribute-charts/series.ts'

/**
 * Makes the table of verdicts in docs/calculations.md again: `npm run evaluate:charts`. False: some change is told at
 * the latest point of a series without any. Power: a change of two standard deviations, six months long, is told in
 * its direction.
 */
const series = 2000
const seed = 20_280_401

const shareOf = (name: string, change: number) => {
  const makeFigures = figuresOfKind(name, seed + change)
  let told = 0
  for (let round = 0; round < series; round += 1)
    told += tellsChange(name, makeFigures(change), change) ? 1 : 0
  return `${((100 * told) / series).toFixed(1)}%`
}

process.stdout.write('| Series | Said to change, without change | A change of 2 SD, told |\n|---|---|---|\n')
for (const name of simulatedKinds) {
  process.stdout.write(`| ${name} | ${shareOf(name, 0)} | ${shareOf(name, 2)} |\n`)
}
