/** A quotation mark that breaks a CSV file, at its place. */
export interface QuoteFault {
  line: number
  column: number
  message: string
  remedy: string
}

/**
 * Finds the first faulty quotation mark of a CSV text that comes in pieces. A quote may open a field, close it
 * before a comma or a line end, or stand doubled inside a quoted field; anywhere else it is a fault. A field
 * that is never closed is reported where it opens, because everything after it was swallowed.
 *
 * @example `a,b\n3,x"y` → line 2, column 4
 */
export function createQuoteScanner(separator = ',') {
  let line = 1
  let column = 0
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  let opened = { line: 0, column: 0 }

  const take = (character: string): QuoteFault | null => {
    column += 1
    if (state === 'quoted') {
      if (character === '"') state = 'closed'
    } else if (character === '"') {
      if (state === 'plain') {
        return {
          line,
          column,
          message: 'a quotation mark stands inside a field that does not begin with one',
          remedy: 'put the whole field in quotation marks and double the ones inside it: "x ""y"""',
        }
      }
      if (state === 'start') opened = { line, column }
      state = 'quoted'
    } else if (character === separator || character === '\n') state = 'start'
    else if (state === 'closed' && character !== '\r') {
      return {
        line,
        column,
        message: 'text follows the quotation mark that closes a field',
        remedy: 'end the field there with a comma, or double the quotation mark if it belongs to the text',
      }
    } else if (state !== 'closed') state = 'plain'
    if (character === '\n') {
      line += 1
      column = 0
    }
    return null
  }

  return {
    /** the fault in this piece, if there is one */
    feed(text: string): QuoteFault | null {
      for (const character of text) {
        const fault = take(character)
        if (fault) return fault
      }
      return null
    },
    /** the fault that only the end of the text shows */
    end(): QuoteFault | null {
      return state === 'quoted'
        ? {
            ...opened,
            message: 'a quotation mark opens a field that is never closed',
            remedy: 'close the field with a quotation mark before the next comma',
          }
        : null
    },
  }
}
