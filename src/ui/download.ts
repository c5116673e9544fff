/** Saves a text as a file. The browser does not report what the user does with it. */
export function download(name: string, text: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has already started, and the URL would keep the file in memory until the page closes.
  URL.revokeObjectURL(address)
}
