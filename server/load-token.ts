import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running service leaves for the loader on this machine: where it is, and what lets the loader in. */
export interface LoadToken {
  address: string
  token: string
}

const loadTokenFile = (directory: string) => join(directory, 'load-token')

/** Readable by its owner only: whoever can read it may publish. */
export function writeLoadToken(directory: string, token: LoadToken): void {
  mkdirSync(directory, { recursive: true })
  const path = loadTokenFile(directory)
  // the mode counts for a new file only, and one may be left from a service that was killed
  rmSync(path, { force: true })
  writeFileSync(path, `${JSON.stringify(token)}\n`, { mode: 0o600 })
}

/** Another instance that was given the same folder may have left its own since: that one stays. */
export function removeLoadToken(directory: string, token: string): void {
  const path = loadTokenFile(directory)
  if (existsSync(path) && readFileSync(path, 'utf8').includes(token)) rmSync(path, { force: true })
}
