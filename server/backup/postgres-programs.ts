import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { SettingError } from '../setting-error.ts'

export type Program = 'pg_dump' | 'pg_restore' | 'psql'

/** A program of PostgreSQL did not do what it was asked; its last words are the message. */
export class ProgramError extends Error {
  constructor(program: Program, words: string) {
    super(`${program} failed: ${words.trim().split('\n').at(-1) || 'it said nothing'}`)
    this.name = 'ProgramError'
  }
}

const home = '/usr/lib/postgresql'

/** Where PostgreSQL's programs are: the folder that PG_BIN names, else the path, else the newest of the system's. */
export function findProgram(program: Program): string {
  const named = process.env.PG_BIN?.trim()
  const versions = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = named
    ? [named]
    : [
        ...versions.map((version) => join(home, version, 'bin')),
        ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
      ]
  const found = folders.map((folder) => join(folder, program)).find((path) => existsSync(path))
  if (found !== undefined) return found
  throw new SettingError(
    `${program} was not found. Install PostgreSQL's client programs of the server's version or a newer one, or name their folder with PG_BIN.`,
  )
}

/** The address as these programs read it from their environment: whoever lists processes reads no password. */
export function environmentOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const given = {
    PGHOST: searchParams.get('host') ?? hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode'),
    PGSSLROOTCERT: searchParams.get('sslrootcert'),
    PGAPPNAME: 'governance-dashboard backup',
  }
  const set = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return { ...process.env, ...Object.fromEntries(set) }
}

export interface RunningProgram {
  child: ReturnType<typeof spawn>
  /** resolves when it has ended well */
  done: Promise<void>
}

export function runProgram(
  program: Program,
  parameters: readonly string[],
  url: string,
  stdio: ('ignore' | 'pipe')[],
): RunningProgram {
  const child = spawn(findProgram(program), parameters, {
    env: environmentOf(url),
    stdio: [...stdio, 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4000)
  })
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new ProgramError(program, said))))
  })
  return { child, done }
}
