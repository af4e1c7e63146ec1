/** Hands a text to the browser as a file. A byte order mark tells spreadsheets that it is UTF-8. */
export function downloadText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  downloadFile(fileName, textFile(text, type))
}

export function textFile(text: string, type = 'text/csv;charset=utf-8'): Blob {
  return new Blob(['\uFEFF', text], { type })
}

const listeners = new Set<(fileName: string) => void>()

/** Tells of every file that is handed to the browser, by its name. */
export function onFileSaved(listener: (fileName: string) => void): void {
  listeners.add(listener)
}

/** Hands a file to the browser, which saves it under this name. */
export function downloadFile(fileName: string, file: Blob): void {
  for (const tell of listeners) tell(fileName)
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // the browser has taken its copy by the next turn
  setTimeout(() => URL.revokeObjectURL(url))
}
