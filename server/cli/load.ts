import { runLoadCommand } from '../loads/load-command.ts'

process.exitCode = await runLoadCommand(process.argv.slice(2), process.env, {
  output: (text) => process.stdout.write(text),
  errors: (text) => process.stderr.write(text),
})
