import { backUpDirectory } from '../backup/embedded-backup.ts'
import { backUpServer } from '../backup/postgres-backup.ts'
import { runCommand } from '../backup/run-command.ts'

await runCommand({
  usage: 'Usage: npm run backup -- FILE',
  done: 'Backed up',
  work: async ({ databaseUrl, dataDirectory }, file) =>
    databaseUrl ? await backUpServer(databaseUrl, file) : await backUpDirectory(dataDirectory, file),
})
