import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface TestProcess {
  pid: number
  /** everything that it printed so far */
  output: () => string
  /** resolves when it has printed this; fails when it ends before */
  printed: (text: string) => Promise<void>
  /** its exit code; null where it was killed */
  ended: Promise<number | null>
  kill: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/**
 * For what ends soon: nothing is compiled a second time to run faster. The embedded database begins in 1.5 seconds of
 * processor instead of 2.5, and nothing that is tested here depends on how fast it then is.
 */
export const brief = ['--liftoff-only']

/** Runs a script, named from this folder, with the Node that runs the tests. */
export function aProcess(
  script: string,
  environment: Record<string, string>,
  options: readonly string[] = brief,
): TestProcess {
  const child: ChildProcess = spawn(process.execPath, [...options, join(import.meta.dirname, script)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  return {
    pid: child.pid ?? 0,
    output: () => text,
    async printed(wanted) {
      while (!text.includes(wanted)) {
        if (child.exitCode !== null) throw new Error(`it ended before it said "${wanted}": ${text}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    ended,
    async kill(signal) {
      child.kill(signal)
      await ended
    },
  }
}
