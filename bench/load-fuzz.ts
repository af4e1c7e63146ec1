import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { watchFuzz } from './load-fuzz/watch-fuzz.ts'

/**
 * Changes sound loads in one place each, reads them and judges the answer (docs/loading.md, "What no loader can know"):
 *
 *   npm run fuzz:load -- --seed 1 --count 20000     a run that can be made again
 *   npm run fuzz:load -- --seed 1 --only 4711       one case of it
 *
 * Of every `--publish-every` cases (200) one is sent to a database and published. The run is watched from outside: a
 * case that does not end is ended. Ends with the count of faults, and fails on any.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
    count: { type: 'string', default: '20000' },
    only: { type: 'string' },
    'publish-every': { type: 'string', default: '200' },
  },
})
const wholeNumber = (text: string) => {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${text} is no whole number`)
  return Number(text)
}
const seed = wholeNumber(values.seed)
const first = values.only === undefined ? 0 : wholeNumber(values.only)
const count = values.only === undefined ? wholeNumber(values.count) : 1
const print = (line: string) => process.stdout.write(`${line}\n`)

print(`seed ${seed}`)
const tally = await watchFuzz(
  { seed, first, end: first + count, publishEvery: wholeNumber(values['publish-every']) },
  (number, what, fault) => print(`${number}  ${what}: ${fault}`),
)
const { cases, accepted, published, sent, faults, slowest } = tally
print(
  `${cases} cases of seed ${seed}: ${accepted} accepted, ${cases - accepted} refused; ${sent} sent to a database, ${published} of them published; the slowest took ${Math.round(slowest)} ms; ${faults} faults`,
)
process.exitCode = faults === 0 ? 0 : 1
