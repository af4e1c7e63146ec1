import type * as z from 'zod/mini'
import { useReading } from './reading.ts'
import { readSearch } from './search.ts'

/** The shell reads these for every page. */
const shellParameters = ['edition', 'audience']

/** A page's own part of the address: its values, what could not be used, and how to change it. */
export function usePageSearch<Shape extends Record<string, z.ZodMiniType>>(shape: Shape) {
  const { search, writeSearch } = useReading()
  const { values, ignored } = readSearch(shape, search, shellParameters)
  type Values = typeof values
  return {
    values,
    ignored,
    change: (changes: Partial<Record<keyof Values, unknown>>) =>
      writeSearch(asTexts({ ...values, ...changes })),
    mend: () => writeSearch(asTexts(values)),
  }
}

function asTexts(values: object): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )
}
