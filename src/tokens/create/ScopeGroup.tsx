import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { memo, useState } from 'react'
import { t } from '../../ui/i18n.tsx'
import { PlainCheckbox } from '../../ui/PlainCheckbox.tsx'
import { ScopeRow } from './ScopeRow.tsx'
import type { ScopeGroupRows } from './scopeSearch.ts'

interface Props {
  group: ScopeGroupRows
  /** How many of its rows to render for now. */
  rendered: number
  selected: ReadonlySet<string>
  /** Groups stay expanded during a search, so that no match is hidden. */
  searching: boolean
  startsOpen: boolean
  /** Why a permission would have no effect, in words; undefined for most. */
  whyNoEffect: (value: string) => string | undefined
  onToggle: (values: string[], on: boolean) => void
}

/**
 * A group of permissions with a checkbox for all visible ones. Memoised, so that a click in another group does not
 * render it again.
 */
export const ScopeGroup = memo(function ScopeGroup(props: Props) {
  const { group, rendered, selected, searching, startsOpen, whyNoEffect, onToggle } = props
  const { name, rows } = group
  const [open, setOpen] = useState(startsOpen)
  const chosen = rows.filter((row) => selected.has(row.value)).length
  const shown = open || searching
  const count = t('{{chosen}} of {{all}} selected', { chosen, all: rows.length })
  return (
    <Box component="fieldset" aria-label={name} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box
        sx={{
          position: 'sticky',
          top: 0,
          zIndex: 1,
          display: 'flex',
          alignItems: 'center',
          pl: 0.5,
          pr: 1,
          bgcolor: 'background.default',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, flexGrow: 1, minWidth: 0 }}>
          <PlainCheckbox
            aria-label={t('{{group}}, {{shown}}', { group: name, shown: count })}
            checked={chosen === rows.length}
            some={chosen > 0 && chosen < rows.length}
            onChange={() =>
              onToggle(
                rows.map((row) => row.value),
                chosen < rows.length,
              )
            }
          />
          <Typography variant="body2" component="span" sx={{ fontWeight: 600, flexGrow: 1, minWidth: 0 }}>
            {name}
          </Typography>
          <Typography
            variant="body2"
            component="span"
            sx={{ color: 'text.secondary', fontSize: '0.8125rem', px: 1, flexShrink: 0 }}
          >
            {chosen > 0 ? count : rows.length}
          </Typography>
        </Box>
        <IconButton
          size="small"
          aria-label={t('Show the group {{group}}', { group: name })}
          aria-expanded={shown}
          disabled={searching}
          onClick={() => setOpen(!open)}
        >
          <ExpandMore fontSize="small" sx={{ transform: shown ? 'rotate(180deg)' : 'none' }} />
        </IconButton>
      </Box>
      {shown &&
        rows
          .slice(0, rendered)
          .map(({ value, label }) => (
            <ScopeRow
              key={value}
              value={value}
              label={label}
              checked={selected.has(value)}
              whyNoEffect={whyNoEffect(value)}
              onToggle={onToggle}
            />
          ))}
    </Box>
  )
}, isSame)

function isSame({ selected: before, ...one }: Props, { selected: now, ...other }: Props): boolean {
  return (
    one.group.rows.every(({ value }) => before.has(value) === now.has(value)) &&
    (Object.keys(one) as (keyof typeof one)[]).every((prop) => one[prop] === other[prop])
  )
}
