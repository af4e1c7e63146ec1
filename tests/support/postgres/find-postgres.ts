import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface FoundPostgres {
  /** the folder of initdb, postgres, pg_dump and the others */
  bin: string
  version: string
  how: string
}

const needed = ['initdb', 'postgres', 'pg_dump', 'pg_restore']

/** Debian and Ubuntu keep each version by itself; the newest comes first. */
function systemPlaces(): string[] {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home) ? readdirSync(home) : []
  return [
    ...versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(home, version, 'bin')),
    '/usr/pgsql/bin',
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/opt/postgresql/bin',
  ]
}

/** A PostgreSQL for the tests, found as the browser is: named by PG_BIN, else on the path, else the system's. */
export function findPostgres(environment: Readonly<Record<string, string | undefined>> = process.env) {
  const named = environment.PG_BIN?.trim()
  const candidates = named
    ? [{ bin: named, how: 'named by PG_BIN' }]
    : [
        ...(environment.PATH ?? '')
          .split(delimiter)
          .filter(Boolean)
          .map((bin) => ({ bin, how: 'on the path' })),
        ...systemPlaces().map((bin) => ({ bin, how: 'the system’s' })),
      ]
  const tried: string[] = []
  for (const { bin, how } of candidates) {
    const absent = needed.filter((program) => !existsSync(join(bin, program)))
    // most folders of a path have nothing to do with it, and are not worth a word
    if (absent.length === needed.length && !named) continue
    if (absent.length) {
      tried.push(`${bin} (${how}): without ${absent.join(', ')}`)
      continue
    }
    const asked = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
    const version = /(\d+)(\.\d+)?/.exec(asked.stdout ?? '')?.[0]
    if (version) return { bin, version, how } satisfies FoundPostgres
    tried.push(`${bin} (${how}): ${asked.error?.message ?? 'does not say its version'}`)
  }
  throw new NoPostgresError(tried)
}

/** Said by every test that needs one, and by none that does not. */
export class NoPostgresError extends Error {
  constructor(tried: readonly string[]) {
    super(
      [
        'No PostgreSQL for the tests. Install one (apt-get install postgresql), or name the folder of its programs: PG_BIN=/usr/lib/postgresql/17/bin npm test',
        ...tried,
      ].join('\n  '),
    )
    this.name = 'NoPostgresError'
  }
}
