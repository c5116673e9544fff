/**
 * Adds a component's styles to the page: `adoptStyles(styles)`, with `import styles from './tile.css?inline'`. They
 * come with the component's script instead of the style sheet that the first rows wait for, and a policy of
 * `style-src 'self'` lets a script construct them.
 */
export function adoptStyles(styles: string): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets.push(sheet)
}
