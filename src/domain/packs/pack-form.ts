import { type ExhibitRef, exhibitKinds } from '../exhibits/exhibit-ref.ts'
import { itemKey, type Pack, type PackItem, packLimits, tidyPack } from './pack.ts'
import { cutLine, isOneLine } from './plain-line.ts'

/**
 * A pack as plain lists, shorter than objects: name, then for each agenda item its name and charts, each of them
 * kind, measure, parameters, line. What is empty at the end of a chart is left out.
 */
type PackForm = [name: string, ...groups: [name: string, ...items: ItemForm[]][]]
type ItemForm = [kind: string, kpi?: string, search?: string, line?: string]

export interface ReadPack {
  pack: Pack
  /** what could not be used, in words for the reader; empty where all of it was understood */
  leftOut: readonly string[]
}

/** Writes a tidy pack. */
export function writePack({ name, items }: Pack): PackForm {
  const groups = [...new Set(items.map(({ group }) => group))]
  return [
    name,
    ...groups.map((group): [string, ...ItemForm[]] => [
      group,
      ...items.filter((item) => item.group === group).map(writeItem),
    ]),
  ]
}

function writeItem({ ref, line }: PackItem): ItemForm {
  const search = new URLSearchParams(sorted(ref.search)).toString()
  const [kind, ...rest] = [ref.kind, ref.kpi ?? '', search, line]
  while (rest.length > 0 && rest.at(-1) === '') rest.pop()
  return [kind, ...rest]
}

function sorted(search: ExhibitRef['search']): [string, string][] {
  return Object.entries(search).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Reads what may be a form of a pack: what can be used is kept, the rest counted in words. */
export function readPack(form: unknown): ReadPack | null {
  if (!Array.isArray(form)) return null
  const [name, ...groups] = form
  const left = { broken: 0, unknown: new Set<string>(), repeated: 0, cut: 0, beyond: 0 }
  const line = (given: unknown, longest: number) => {
    const text = typeof given === 'string' ? given : ''
    const kept = cutLine(text, longest)
    if (kept.length < text.trim().length) left.cut++
    return kept
  }
  const items: PackItem[] = []
  const seen = new Set<string>()
  for (const group of groups) {
    const [groupName, ...given] = Array.isArray(group) ? group : [null, null]
    const under = line(groupName, packLimits.group)
    for (const one of given) {
      const ref = readRef(one, left.unknown)
      if (ref === 'unknown') continue
      if (ref === null) left.broken++
      else {
        const item = { ref, group: under, line: line(one[3], packLimits.line) }
        const key = itemKey(item)
        if (seen.has(key)) left.repeated++
        else if (items.length >= packLimits.items) left.beyond++
        else items.push(item)
        seen.add(key)
      }
    }
  }
  const pack = tidyPack({ name: line(name, packLimits.name), items })
  return { pack, leftOut: leftInWords(left) }
}

function readRef(given: unknown, unknown: Set<string>): ExhibitRef | 'unknown' | null {
  if (!Array.isArray(given) || given.slice(0, 4).some((part) => typeof part !== 'string')) return null
  const [kind = '', kpi = '', search = '']: string[] = given
  const known = exhibitKinds.find((one) => one === kind)
  if (!known) {
    unknown.add(cutLine(kind, packLimits.parameterName) || 'unnamed')
    return 'unknown'
  }
  const parameters = [...new URLSearchParams(search)]
  const isWithin =
    kpi.length <= packLimits.kpi &&
    parameters.length <= packLimits.parameters &&
    parameters.every(
      ([name, value]) =>
        isParameterName(name) && value.length <= packLimits.parameterValue && isOneLine(value),
    )
  if (!isWithin || !isOneLine(kpi)) return null
  return {
    kind: known,
    kpi: kpi === '' ? null : kpi,
    search: Object.fromEntries(sorted(Object.fromEntries(parameters))),
  }
}

/** Edition and audience are of the address that opens a pack, never of a chart in it. */
function isParameterName(name: string): boolean {
  return (
    name.length <= packLimits.parameterName &&
    /^[a-z][\w-]*$/i.test(name) &&
    !['edition', 'audience'].includes(name)
  )
}

function leftInWords(left: {
  broken: number
  unknown: ReadonlySet<string>
  repeated: number
  cut: number
  beyond: number
}): string[] {
  const count = (number: number, one: string, many: string) =>
    number === 1 ? `one ${one}` : `${number} ${many}`
  return [
    ...(left.broken > 0 ? [`${count(left.broken, 'entry', 'entries')} that could not be read`] : []),
    ...[...left.unknown].map((kind) => `“${kind}”, which is not a chart or table of this dashboard`),
    ...(left.repeated > 0 ? [`${count(left.repeated, 'chart', 'charts')} that stood in it twice`] : []),
    ...(left.beyond > 0 ? [`${count(left.beyond, 'chart', 'charts')} beyond ${packLimits.items}`] : []),
    ...(left.cut > 0 ? [`the end of ${count(left.cut, 'text', 'texts')} that was too long`] : []),
  ]
}
