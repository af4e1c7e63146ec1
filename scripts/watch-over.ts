import { type ChildProcess, fork } from 'node:child_process'
import { constants } from 'node:os'
import { noticeSilence } from './notice-silence.ts'

export interface WatchOptions {
  /** how long it may take to stop by itself */
  graceMs?: number
  /** how long it may say nothing, once it has said that its loop turns */
  silenceMs?: number
  /** how long it may take to say so for the first time: a database that was ended has to read its journal */
  openingMs?: number
  /** how often it is started again within an hour */
  mostRestarts?: number
}

const usual = {
  // a signal to stop is answered within ten seconds, whatever the service is busy with
  graceMs: 8000,
  // far longer than any statement takes, on a machine that is busy with other things too
  silenceMs: 30_000,
  openingMs: 600_000,
  mostRestarts: 3,
}
const hourMs = 3_600_000

/**
 * Runs a program in a process of its own and ends as it ends. The embedded database works in the program's one
 * thread: while a statement runs, no signal is heard there, and a statement that never ended would keep the process
 * for ever. Here it is heard; what has not stopped in time is ended, as a power cut would. The database stands that.
 *
 * What neither ends nor answers, or was ended from outside, is started again; what decided to end is not: it said why.
 */
export function watchOver(program: string, options: WatchOptions = {}): void {
  const { graceMs, silenceMs, openingMs, mostRestarts } = { ...usual, ...options }
  const restarts: number[] = []
  let isStopping = false
  let child = start()

  function start(): ChildProcess {
    const started = fork(program, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
    let isSilent = false
    const endWatch = noticeSilence(started, { silenceMs, openingMs }, (allowedMs) => {
      if (isStopping) return
      isSilent = true
      console.error(
        `The service hangs: it has said nothing for ${inSeconds(allowedMs)}. It is ended. Everything published stands.`,
      )
      end(started, 'SIGTERM')
    })
    started.once('error', () => {
      console.error('The service could not be started as a process of its own.')
      process.exit(1)
    })
    started.once('exit', (code, signal) => {
      endWatch()
      if (isStopping || (code !== null && !isSilent)) process.exit(codeOf(code, signal))
      if (!isSilent) console.error(`The service was ended from outside (${signal}).`)
      startAgain()
    })
    return started
  }

  function startAgain() {
    const now = performance.now()
    if (restarts.filter((at) => now - at < hourMs).length >= mostRestarts) {
      console.error(
        `The service was started again ${mostRestarts} times within an hour and ended each time. Look at the memory and the disk of this machine, then start it.`,
      )
      process.exit(1)
    }
    restarts.push(now)
    console.error('The service is started again.')
    child = start()
  }

  /** Asks it to stop, and ends it where it does not. */
  function end(running: ChildProcess, signal: NodeJS.Signals) {
    running.kill(signal)
    const last = setTimeout(() => {
      if (isStopping) {
        console.error(
          `The service did not stop within ${inSeconds(graceMs)} and was ended. Everything published stands.`,
        )
      }
      running.kill('SIGKILL')
    }, graceMs)
    running.once('exit', () => clearTimeout(last))
  }

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      end(child, signal)
    })
  }
}

function inSeconds(milliseconds: number): string {
  return `${Math.ceil(milliseconds / 1000)} seconds`
}

function codeOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal ? constants.signals[signal] : 0)
}
