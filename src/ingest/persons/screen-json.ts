import type { PersonKind } from '../../contract/person-in-text.ts'
import { isForename, isPersonName } from '../../domain/persons/person-name.ts'
import type { FileMapping, Mapping } from '../mapping.ts'
import { type FoundKind, findInText } from './kinds-found.ts'
import { longNumberIn, longNumbersInColumn } from './long-numbers.ts'
import { findPersonHeader, isPersonDimension, mayCount } from './person-header.ts'

export interface FoundInJson {
  kind: FoundKind
  line: number
  /** whether the name of a value says it, and not the value */
  isHeader?: boolean
}

/**
 * What of a person a file of JSON holds, with the line where it stands; 0 where no line can be named. Ten digits that
 * stand alone are judged with all values of their name, as those of a column are.
 */
export function screenJson(text: string, names: 'are columns' | 'are words of a form'): FoundInJson[] {
  const value = parsed(text)
  const written = value === null ? text : text.replaceAll(bareNumber, '$1')
  const found = written.split('\n').flatMap((line, index) => {
    const kind = findInText(line)
    return kind ? [{ kind, line: index + 1 }] : []
  })
  if (found.length > 0) return found
  // a text may be written in escapes, which only reading it as JSON shows; or be nothing but a name
  const columns = new Map<string, ReturnType<typeof longNumbersInColumn<true>>>()
  const hidden: FoundInJson[] = []
  const headers = new Set<PersonKind>()
  for (const { name, text: one, isName } of textsIn(value)) {
    const number = longNumberIn(one)
    const column = columns.get(name) ?? longNumbersInColumn<true>()
    columns.set(name, column)
    if (number && !isName && column.take(number, true)) continue
    const kind = findInText(one) ?? (isPersonName(one) ? 'name' : null)
    if (kind) hidden.push({ kind, line: 0 })
    const header = isName && names === 'are columns' ? findPersonHeader(one) : null
    if (header !== null && !mayCount(header)) headers.add(header)
  }
  return [
    ...hidden,
    ...[...headers].map((kind) => ({ kind, line: 0, isHeader: true })),
    ...[...columns.values()].flatMap((column) =>
      column.look() ? [{ kind: 'nhs-number' as const, line: 0 }] : [],
    ),
  ]
}

/** A number among the values of JSON, or ten digits with what a list writes beside them: their column judges them. */
const bareNumber =
  /((?:^|[:[,])\s*)(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|"(?:[A-Za-z]{0,5}[-_/#:]?|\d{1,3}[-_/])\d{10}(?:[-_/][A-Za-z\d]{1,3})?")(?=\s*(?:[,\]}]|$))/gm

/** Whether the names that a mapping itself gives are persons: its breakdowns and its members. */
export function screenMapping({ files }: Mapping): PersonKind[] {
  const outputs = files.flatMap((file: FileMapping) => file.outputs)
  const said = outputs.map(({ dimension }) => dimension).filter((one) => typeof one === 'string')
  const members = outputs.flatMap(({ member, memberLabel, columns }) => [
    ...[member, memberLabel].flatMap((source) =>
      typeof source === 'string' ? [source] : Object.values(source?.values ?? {}),
    ),
    ...(columns ?? []).flatMap((column) => [column.member, column.memberLabel ?? '']),
  ])
  return [
    ...(said.some(isPersonDimension) ? (['identifier'] as const) : []),
    ...(members.some(isPersonName) || members.filter(isForename).length > 1 ? (['name'] as const) : []),
  ]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Every text and number of a JSON value with the name that it has, and every name, however deeply it is nested. */
function textsIn(value: unknown): { name: string; text: string; isName: boolean }[] {
  const texts: { name: string; text: string; isName: boolean }[] = []
  const names = new Set<string>()
  const waiting: { name: string; one: unknown }[] = [{ name: '', one: value }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { name, one } = next
    if (typeof one === 'string') texts.push({ name, text: one, isName: false })
    else if (typeof one === 'number') texts.push({ name, text: String(one), isName: false })
    else if (typeof one === 'object' && one !== null) {
      const isList = Array.isArray(one)
      for (const [key, inner] of Object.entries(one)) {
        waiting.push({
          name: isList && typeof inner !== 'object' ? `${name}.${key}` : isList ? name : key,
          one: inner,
        })
        if (!isList) names.add(key)
      }
    }
  }
  return [...texts, ...[...names].map((text) => ({ name: '', text, isName: true }))]
}
