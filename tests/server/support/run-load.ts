import { runLoadCommand } from '../../../server/loads/load-command.ts'

export interface Ended {
  code: number
  output: string
  errors: string
}

/** `npm run load` without a process, which has little to do with what is asked and costs most of it. */
export async function runLoad(
  given: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const said = { output: '', errors: '' }
  const code = await runLoadCommand([...given], environment, {
    output: (text) => {
      said.output += text
    },
    errors: (text) => {
      said.errors += text
    },
  })
  return { code, ...said }
}
