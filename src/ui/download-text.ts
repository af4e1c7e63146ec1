/** Hands a text to the browser as a file. A byte order mark tells spreadsheets that it is UTF-8. */
export function downloadText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // the browser has taken its copy by the next turn
  setTimeout(() => URL.revokeObjectURL(url))
}
