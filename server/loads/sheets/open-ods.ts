import { readOdsSheet } from './ods-sheet.ts'
import type { Parts } from './open-parts.ts'
import { attributeOf, parseWhole } from './parse-xml.ts'
import type { Sheet } from './sheet.ts'

const content = 'content.xml'

/** The sheets of an .ods (OpenDocument 1.3, part 3, chapter 9), in the order of their tabs. */
export async function openOds(parts: Parts): Promise<Sheet[]> {
  const hiddenStyles = new Set<string>()
  const listed: { name: string; isHidden: boolean }[] = []
  let style = ''
  let depth = 0
  await parseWhole(parts.read(content), {
    open(name, attributes) {
      if (name === 'style') style = attributeOf(attributes, 'name') ?? ''
      else if (name === 'table-properties' && attributeOf(attributes, 'display') === 'false')
        hiddenStyles.add(style)
      else if (name === 'table') {
        depth += 1
        if (depth > 1) return
        const own = attributeOf(attributes, 'style-name') ?? ''
        listed.push({ name: attributeOf(attributes, 'name') ?? '', isHidden: hiddenStyles.has(own) })
      }
    },
    close(name) {
      if (name === 'table') depth -= 1
    },
  })
  return listed.map((sheet, index) => ({
    ...sheet,
    rows: (merged) => readOdsSheet(parts.read(content), index, merged),
  }))
}
