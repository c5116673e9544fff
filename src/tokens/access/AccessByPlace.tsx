import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import { Tag } from '../../ui/Tag.tsx'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { PlaceColumn, ShownProps } from './AccessTable.tsx'
import type { Access, Holder } from './access.ts'
import { DeletedTag, PlaceHead } from './PlaceHead.tsx'
import { sumOf } from './placeSum.ts'
import { sumTag } from './sumTag.ts'
import { Verdict } from './Verdict.tsx'

/** The table for a narrow screen: one place after the other, the first expanded. */
export function AccessByPlace({ scopes, columns, holder }: ShownProps) {
  return columns.map((column, index) =>
    column.place === null ? (
      <Permissions key={column.key} scopes={scopes} column={column} holder={holder} />
    ) : (
      <Box
        key={column.key}
        component="details"
        open={index === 0}
        sx={{
          borderBottom: 1,
          borderColor: 'divider',
          '&[open] > summary svg.unfold': { transform: 'rotate(180deg)' },
        }}
      >
        <Box component="summary" sx={SUMMARY}>
          <Box sx={{ flex: '1 1 0', minWidth: 0, fontSize: '0.875rem', color: 'text.secondary' }}>
            <PlaceHead place={column.place} />
          </Box>
          {column.place.uuid === null ? <DeletedTag /> : <PlaceTag verdicts={column.verdicts} />}
          <ExpandMore className="unfold" sx={{ fontSize: 20, color: 'text.secondary' }} />
        </Box>
        <Permissions scopes={scopes} column={column} holder={holder} />
      </Box>
    ),
  )
}

const SUMMARY = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  py: 1,
  minHeight: 44,
  cursor: 'pointer',
  listStyle: 'none',
  '&::-webkit-details-marker': { display: 'none' },
} as const

function Permissions({ scopes, column, holder }: { scopes: readonly string[]; column: PlaceColumn; holder: Holder }) {
  const words = usePermissionWords()
  return (
    <Box component="ul" sx={{ m: 0, p: 0, pb: 1, listStyle: 'none', fontSize: '0.875rem' }}>
      {scopes.map((scope, row) => (
        <Box
          component="li"
          key={scope}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            columnGap: 1,
            justifyContent: 'space-between',
            py: 0.5,
            '& + &': { borderTop: 1, borderColor: 'TableCell.border' },
          }}
        >
          <Box component="span" sx={{ flex: '1 1 45%', minWidth: 0 }}>
            {words(scope).label}
          </Box>
          {column.verdicts[row] && (
            <Verdict access={column.verdicts[row]} holder={holder} everywhere={column.place === null} />
          )}
        </Box>
      ))}
    </Box>
  )
}

function PlaceTag({ verdicts }: { verdicts: readonly Access[] }) {
  const sum = sumOf(verdicts)
  if (sum === null) return null
  const { text, ...tag } = sumTag(sum)
  return <Tag {...tag}>{text}</Tag>
}
