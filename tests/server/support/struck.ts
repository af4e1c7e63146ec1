/** Ends itself as a program does that the machine ends: by a signal, without a word. The second time it goes well. */
import { existsSync, writeFileSync } from 'node:fs'

const mark = process.env.MARK ?? ''
if (!existsSync(mark)) {
  writeFileSync(mark, 'struck')
  process.kill(process.pid, 'SIGKILL')
}
console.log('well')
process.exit(3)
