/** A form of files as a request that can be injected. */
export function multipart(files: Readonly<Record<string, string>>) {
  const boundary = 'boundary-of-the-form'
  const parts = Object.entries(files).map(
    ([name, text]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n`,
  )
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } as Record<string, string>,
    payload: `${parts.join('')}--${boundary}--\r\n`,
  }
}
