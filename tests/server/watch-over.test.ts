import { expect, it } from 'vitest'
import { aProcess } from './support/a-process.ts'

it('ends a service that hears no signal, and says so', async () => {
  const watcher = aProcess('watch-busy.ts', {})
  await watcher.printed('busy for ever')
  await watcher.kill('SIGTERM')
  expect(await watcher.ended).toBe(137)
  expect(watcher.output()).toContain('did not stop within 1 seconds and was ended')
})
