import FormHelperText from '@mui/material/FormHelperText'
import { listing, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { Tile, Tiles } from '../../ui/Tile.tsx'
import type { Template } from '../permissions/presets.ts'
import { TEMPLATES } from '../permissions/presets.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'

interface Props {
  chosen: readonly string[]
  /** Whether the read-only template is chosen. */
  readOnly: boolean
  /** The chosen template, if it is another one. */
  template: Template | undefined
  /** @param wanted the template's permissions, some of which may not be available */
  onChoose: (wanted: readonly string[]) => void
  onReadOnly: () => void
}

const EYE =
  'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8zM6.1 8a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0z'

/** What tokens are usually for. Read-only comes first, because it can do the least harm. */
export function Jobs({ chosen, readOnly, template, onChoose, onReadOnly }: Props) {
  const words = usePermissionWords()
  const note = readOnly
    ? t('A token needs a permission, so this adds “{{permission}}”. By itself it opens nothing.', {
        permission: listing(chosen.map((scope) => words(scope).label)),
      })
    : template?.note()
  return (
    <>
      <Tiles role="group" label={t('Use a template')} each="quarter">
        <Tile
          wide
          label={t('Read only')}
          small={t('Reads what you can see. Changes nothing that needs a permission.')}
          icon={<LineIcon d={EYE} />}
          selected={readOnly}
          onSelect={onReadOnly}
        />
        {TEMPLATES.map((one) => (
          <Tile
            key={one.scopes.join()}
            label={one.label()}
            small={t('{{count}} permissions', { count: one.scopes.length, defaultValue_one: '1 permission' })}
            selected={one === template}
            onSelect={() => onChoose(one.scopes)}
          />
        ))}
      </Tiles>
      {note !== undefined && <FormHelperText sx={{ mx: 0, mt: 0.75 }}>{note}</FormHelperText>}
      <Spoken text={note ?? ''} />
    </>
  )
}
