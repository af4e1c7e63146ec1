import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServerOver } from '../servers.ts'
import { nastyLoad } from './nasty-load.ts'
import { editionLabel } from './nasty-names.ts'

/** The whole product over both editions of hard cases, as `npm run load` and `npm start` bring them there. */
export async function startNastyDashboard(): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'nasty-'))
  const database = join(folder, 'var')
  publish('earlier', 'Second quarter')
  publish('later', editionLabel)
  const server = await startServerOver(database)
  return {
    ...server,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  function publish(edition: 'earlier' | 'later', label: string) {
    const files = join(folder, edition)
    mkdirSync(files)
    for (const [name, text] of Object.entries(nastyLoad(edition))) writeFileSync(join(files, name), text)
    execFileSync(
      process.execPath,
      ['server/cli/load.ts', files, '--publish', label, '--reason', 'Meant to be nasty'],
      {
        env: { ...process.env, DATA_DIR: database },
      },
    )
  }
}
