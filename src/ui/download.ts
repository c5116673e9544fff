/** Hands a text to the browser as a file. What becomes of it the browser does not tell. */
export function download(name: string, text: string, type = 'text/plain'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The click has taken hold of the file; the address would keep it in memory for as long as the page lives.
  URL.revokeObjectURL(address)
}
