import { findPerson, type PersonKind } from '../../contract/person-in-text.ts'
import { isForename, isPersonName } from '../../domain/persons/person-name.ts'
import type { FileMapping, Mapping } from '../mapping.ts'
import { isPersonDimension } from './person-header.ts'

/** What of a person a file of JSON holds, with the line where it stands; 0 where no line can be named. */
export function screenJson(text: string): { kind: PersonKind; line: number }[] {
  const found = text.split('\n').flatMap((written, index) => {
    const kind = findPerson(written)
    return kind ? [{ kind, line: index + 1 }] : []
  })
  if (found.length > 0) return found
  // a text may be written in escapes, which only reading it as JSON shows; or be nothing but a name
  const hidden = stringsIn(parsed(text)).map((one) => findPerson(one) ?? (isPersonName(one) ? 'name' : null))
  return hidden.flatMap((kind) => (kind ? [{ kind, line: 0 }] : []))
}

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

/** Every text of a JSON value, keys among them, however deeply it is nested. */
function stringsIn(value: unknown): string[] {
  const strings: string[] = []
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const one = waiting.pop()
    if (typeof one === 'string') strings.push(one)
    else if (typeof one === 'number') strings.push(String(one))
    else if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) waiting.push(key, inner)
    }
  }
  return strings
}
