import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { clearAbandoned } from '../../../server/loads/staging-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staging-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('removes the files of services that were killed, and nothing of others', async () => {
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const theirs = `governance-loads-${process.ppid}`
  const others = ['governance-loads-', 'governance-loads-x', `other-${ended}`]
  for (const name of [`governance-loads-${ended}`, theirs, ...others]) mkdirSync(join(folder, name))
  writeFileSync(join(folder, `governance-loads-${ended}`, '0'), 'exact figures')
  await clearAbandoned(folder)
  expect(readdirSync(folder).sort()).toEqual([...others, theirs].sort())
  await clearAbandoned(join(folder, 'absent'))
})
