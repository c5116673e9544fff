import type { ComponentProps } from 'react'
import { adoptStyles } from './adoptStyles.ts'
import styles from './link.css?inline'

adoptStyles(styles)

/** A button that looks like a link: in a sentence, or beside a title. */
export const LinkButton = (props: Omit<ComponentProps<'button'>, 'className' | 'type'>) => (
  <button type="button" className="link" {...props} />
)
