import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(path, 'utf8')
const settings = read('server/settings.ts')

/** Settings of other programs. */
const ofOthers = /^(POSTGRES_\w+|PUBLIC_HOST|NODE_ENV|DATABASE_PASSWORD)$/

describe('the files that it is deployed with', () => {
  it.each(['compose.yaml', 'Containerfile', 'deploy/governance-dashboard@.service'])(
    '%s sets nothing that the service does not read',
    (path) => {
      const lines = read(path)
        .split('\n')
        .filter((line) => /^\s+[A-Z_]+: |^(ENV|Environment=)/.test(line))
      const named = lines.flatMap((line) =>
        [...line.matchAll(/\b([A-Z][A-Z_]+)(?=[:=])/g)].map(([name]) => name),
      )
      const given = [...new Set(named)].filter((name) => !ofOthers.test(name))
      expect(given.length).toBeGreaterThan(1)
      for (const name of given) expect([name, settings.includes(`'${name}'`)]).toEqual([name, true])
    },
  )

  it('are told with every setting that the service reads', () => {
    const told = read('docs/operations.md')
    const names = [...settings.matchAll(/(?:given|required)\('([A-Z_]+)'/g)].map(([, name]) => name ?? '')
    expect(names.length).toBeGreaterThan(15)
    for (const name of names) expect([name, told.includes(`\`${name}\``)]).toEqual([name, true])
  })
})
