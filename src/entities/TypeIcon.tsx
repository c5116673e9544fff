import { adoptStyles } from '../ui/adoptStyles.ts'
import { LineIcon } from '../ui/LineIcon.tsx'
import styles from './typeIcon.css?inline'
import type { EntityType } from './types.ts'
import { isEntityType } from './types.ts'

adoptStyles(styles)

const LINES: Record<EntityType, string> = {
  customer: 'M3.5 13.5V3.25l5-1.25v11.5M8.5 6h4v7.5M2 13.5h12M5.75 5.5h.5M5.75 8h.5M5.75 10.5h.5',
  project:
    'M2 4.25A1.25 1.25 0 0 1 3.25 3h2.9l1.5 1.75h5.1A1.25 1.25 0 0 1 14 6v5.75A1.25 1.25 0 0 1 12.75 13h-9.5A1.25 1.25 0 0 1 2 11.75z',
  resource: 'M2.25 4h11.5v3.25H2.25zM2.25 9h11.5v3.25H2.25zM5 5.6h.01M5 10.6h.01',
  resource_project: 'm8 2 6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3',
  offering: 'm8 1.75 5.5 3v6.5L8 14.25l-5.5-3v-6.5zM2.5 4.75 8 7.75l5.5-3M8 7.75v6.5',
  service_provider:
    'm2.5 6.5 1-3.75h9l1 3.75M3.25 8v5.25h9.5V8M2.5 6.5a1.83 1.83 0 0 0 3.67 0 1.83 1.83 0 0 0 3.66 0 1.83 1.83 0 0 0 3.67 0z',
  call_organizer:
    'M3.75 5.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0zM1.75 13c0-2.35 1.9-4 4.25-4s4.25 1.65 4.25 4M10.75 3.4a2.25 2.25 0 0 1 0 4.2M12 9.4c1.4.6 2.25 1.9 2.25 3.6',
  call: 'M2.25 6.5v3l7.5 2.75v-8.5zM9.75 6.25h1.5a1.75 1.75 0 0 1 0 3.5h-1.5M4.5 10.5v2.25h2.25v-1.5',
  proposal: 'M4 1.75h5.25L12.5 5v9.25H4zM9 2v3.25h3.25M6 8.25h4.5M6 10.75h4.5',
}

const EVERYWHERE =
  'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM2 8h12M8 2c1.9 1.8 2.75 3.8 2.75 6S9.9 12.2 8 14c-1.9-1.8-2.75-3.8-2.75-6S6.1 3.8 8 2z'

/** The icon of a type of place, beside its name or its type in words. @param type null for everywhere */
export const TypeIcon = ({ type }: { type: string | null }) => (
  <span className="type-icon">
    <LineIcon d={type === null ? EVERYWHERE : isEntityType(type) ? LINES[type] : LINES.offering} />
  </span>
)
