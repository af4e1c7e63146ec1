import { fork } from 'node:child_process'
import { constants } from 'node:os'

export interface WatchOptions {
  /** how long it may take to stop by itself */
  graceMs?: number
}

/** A signal to stop is answered within ten seconds, whatever the service is busy with. */
const usualGraceMs = 8000

/**
 * Runs a program in a process of its own and ends as it ends. The embedded database works in the program's one
 * thread: while a statement runs, no signal is heard there, and a statement that never ended would keep the process
 * for ever. Here it is heard; what has not stopped in time is ended, as a power cut would. The database stands that.
 */
export function watchOver(program: string, { graceMs = usualGraceMs }: WatchOptions = {}): void {
  const child = fork(program, { stdio: 'inherit' })
  let isStopping = false

  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return
    isStopping = true
    child.kill(signal)
    setTimeout(() => {
      console.error(
        `The service did not stop within ${Math.ceil(graceMs / 1000)} seconds and was ended. Everything published stands.`,
      )
      child.kill('SIGKILL')
    }, graceMs).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)

  child.once('error', () => {
    console.error('The service could not be started as a process of its own.')
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    if (signal && !isStopping) console.error(`The service was ended from outside (${signal}).`)
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0))
  })
}
