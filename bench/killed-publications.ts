import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { seededUniform } from '../src/domain/statistics/seeded-numbers.ts'
import { writeCouncil } from './killed-publications/council.ts'
import { type Engine, engineNames, openEngine } from './killed-publications/engines.ts'
import { lookAt } from './killed-publications/look-at.ts'
import { median } from './measure.ts'

/**
 * Ends `npm run load -- … --publish` by SIGKILL at random moments, over one database that stays, and looks each time
 * at what is there: editions that were published are the same to the bit, and a new one is whole or is not.
 *
 *   npm run kill:publications -- --engine postgres --count 200 --seed 7
 *
 * The moment is drawn from one and a half times what a whole publication takes, by three that are left alone.
 * Ends with the counts, and fails on any fault.
 */
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'pglite' },
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
  },
})
const name = engineNames.find((one) => one === values.engine)
if (!name) throw new Error(`--engine is one of ${engineNames.join(' and ')}`)
const wholeNumber = (text: string) => {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`${text} is no whole number`)
  return Number(text)
}
const seed = wholeNumber(values.seed)
const uniform = seededUniform(seed)
const print = (line: string) => process.stdout.write(`${line}\n`)
const files = mkdtempSync(join(tmpdir(), 'dashboard-killed-files-'))

/** One load with its own mark, as a process of its own. @returns how it ended, and after how many milliseconds */
async function publish({ environment }: Engine, mark: number, killAfter: number | null) {
  const folder = writeCouncil(join(files, 'council'), mark)
  const start = performance.now()
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../server/cli/load.ts'),
      ...[folder, '--publish', `Mark ${mark}`, '--reason', 'Counted again'],
    ],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const said: Buffer[] = []
  child.stderr.on('data', (piece: Buffer) => said.push(piece))
  const timer = killAfter === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const [code, signal]: unknown[] = await once(child, 'close')
  if (timer) clearTimeout(timer)
  return { code, isKilled: signal === 'SIGKILL', took: performance.now() - start, said: Buffer.concat(said) }
}

async function look(engine: Engine, before: Parameters<typeof lookAt>[1], mark: number) {
  const database = await engine.open()
  try {
    return await lookAt(database, before, mark)
  } finally {
    await database.close()
  }
}

const engine = await openEngine(name)
const count = wholeNumber(values.count)
const tally = { kills: 0, published: 0, ended: 0, faults: 0 }
try {
  /** milliseconds of each publication that was not killed */
  const whole: number[] = []
  let editions: Parameters<typeof lookAt>[1] = []
  for (let mark = 1; tally.kills < count; mark++) {
    // reading its program takes a fifth of the time, in which there is nothing to break; and what begins behind one that was
    // killed mends first, which the three did not have to
    const killAfter = whole.length < 3 ? null : median(whole) * (0.2 + 1.3 * uniform())
    const { code, isKilled, took, said } = await publish(engine, mark, killAfter)
    const found = await look(engine, editions, mark)
    const came = found.editions.length - editions.length
    if (isKilled) tally.kills += 1
    else tally.ended += 1
    if (isKilled && came > 0) tally.published += 1
    if (!isKilled && (code !== 0 || came !== 1))
      found.faults.push(`a load that was left alone ended with ${String(code)}: ${said.toString()}`)
    if (!isKilled) whole.push(took)
    for (const fault of found.faults) print(`load ${mark}, ${isKilled ? 'killed' : 'left alone'}: ${fault}`)
    tally.faults += found.faults.length
    editions = found.editions
    if (mark % 20 === 0) print(`${tally.kills} killed, ${tally.published} of them after publishing`)
  }
} finally {
  await engine.remove()
  rmSync(files, { recursive: true, force: true })
}
print(
  `${name}, seed ${seed}: ${tally.kills} killed, ${tally.published} of them after the edition was published; ${tally.ended} left alone or over before; ${tally.faults} faults`,
)
process.exitCode = tally.faults === 0 ? 0 : 1
