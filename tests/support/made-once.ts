import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/demonstration')

/** What many tests read and none changes. It is named by every source that it could depend on, so it is never an old one. */
export interface MadeOnce {
  name: string
  /** folders of sources */
  of: readonly string[]
}

/** Makes it where it is not there yet: once before all tests, so that no two make it at a time. */
export async function makeOnce(what: MadeOnce, make: () => Promise<Uint8Array>): Promise<void> {
  const file = fileOf(what)
  // whoever reads it, in this process or one that it starts, need not read every source for its name
  process.env[variableOf(what)] = join(folder, file)
  mkdirSync(folder, { recursive: true })
  const there = readdirSync(folder)
  if (there.includes(file)) return
  const made = await make()
  // another run may make the same at the same time, or have cleared what is old
  const old = there.filter((one) => one.startsWith(`${what.name}-`) && one.endsWith('.made'))
  for (const one of old) rmSync(join(folder, one), { force: true })
  // under its name only once it is whole
  const part = join(folder, `${file}.${process.pid}.part`)
  writeFileSync(part, made)
  renameSync(part, join(folder, file))
}

export const placeOf = (what: MadeOnce): string => process.env[variableOf(what)] ?? join(folder, fileOf(what))

const variableOf = ({ name }: MadeOnce) => `MADE_ONCE_${name.toUpperCase()}`

function fileOf({ name, of }: MadeOnce): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const part of of) {
    const files = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    // Node loads neither components nor styles
    for (const file of files.filter((one) => /\.(ts|sql|json)$/.test(one)).sort()) {
      hash.update(file).update(readFileSync(join(root, part, file)))
    }
  }
  return `${name}-${hash.digest('hex').slice(0, 16)}.made`
}
