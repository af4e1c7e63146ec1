import { restoreDirectory } from '../backup/embedded-backup.ts'
import { restoreServer } from '../backup/postgres-backup.ts'
import { runCommand } from '../backup/run-command.ts'

await runCommand({
  usage: 'Usage: npm run restore -- FILE [--replace]',
  done: 'Restored, each as it was backed up,',
  work: async ({ databaseUrl, dataDirectory }, file, replaces) =>
    databaseUrl
      ? await restoreServer(databaseUrl, file, { replaces })
      : await restoreDirectory(dataDirectory, file, { replaces }),
})
