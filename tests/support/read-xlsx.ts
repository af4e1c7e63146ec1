import { strFromU8, unzipSync } from 'fflate'

export interface ReadCell {
  /** 'A1' */
  at: string
  value: string | number
  format: string | null
}

export interface ReadSheet {
  name: string
  cells: ReadCell[]
  hasMergedCells: boolean
  isHeadFrozen: boolean
}

/** A workbook read from its own XML, by nothing of what wrote it. Needs a DOM. */
export async function readXlsx(file: Blob): Promise<ReadSheet[]> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  const read = (name: string) => {
    const part = parts[name]
    if (!part) throw new Error(`the workbook holds no ${name}`)
    return new DOMParser().parseFromString(strFromU8(part), 'application/xml')
  }
  const shared = parts['xl/sharedStrings.xml']
    ? [...read('xl/sharedStrings.xml').querySelectorAll('si')].map((item) => item.textContent)
    : []
  const styles = read('xl/styles.xml')
  const formats = new Map(
    [...styles.querySelectorAll('numFmt')].map((one) => [
      one.getAttribute('numFmtId'),
      one.getAttribute('formatCode'),
    ]),
  )
  const cellFormats = [...styles.querySelectorAll('cellXfs > xf')].map(
    (one) => formats.get(one.getAttribute('numFmtId')) ?? null,
  )
  return [...read('xl/workbook.xml').querySelectorAll('sheet')].map((sheet, index) => {
    const xml = read(`xl/worksheets/sheet${index + 1}.xml`)
    return {
      name: sheet.getAttribute('name') ?? '',
      hasMergedCells: xml.querySelector('mergeCell') !== null,
      isHeadFrozen: xml.querySelector('pane')?.getAttribute('ySplit') === '1',
      cells: [...xml.querySelectorAll('c')].flatMap((cell) => {
        const text = cell.textContent
        if (text === '') return []
        const type = cell.getAttribute('t')
        const value = type === 's' ? (shared[Number(text)] ?? '') : type === 'inlineStr' ? text : Number(text)
        return [
          {
            at: cell.getAttribute('r') ?? '',
            value,
            format: cellFormats[Number(cell.getAttribute('s') ?? 0)] ?? null,
          },
        ]
      }),
    }
  })
}
