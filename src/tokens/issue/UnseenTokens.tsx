import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { Trans, t } from '../../ui/i18n.tsx'
import { Mono } from '../../ui/Mono.tsx'
import { Name } from '../../ui/Name.tsx'
import { When } from '../../ui/When.tsx'
import type { OpenDialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'
import { leave } from './journal.ts'
import { LostSecretActions } from './LostSecretActions.tsx'
import { useNoteLost } from './useJournal.ts'

interface Props {
  /** The id of the journal entry, which remembers them if the dialog is closed without a choice. */
  entryId: string
  tokens: readonly Token[]
  open: OpenDialog
}

/** Active tokens whose secret no one has seen. Each can be rotated, revoked, or left as it is. */
export function UnseenTokens({ entryId, tokens, open }: Props) {
  const id = useId()
  useNoteLost(entryId, tokens)
  /** Labels a button with its token, because they may all have the same name. */
  const which = ({ uuid }: Token) => `${id}-${uuid}`
  return (
    <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0 }}>
      {tokens.map((token, index) => (
        <Box component="li" key={token.uuid}>
          <Typography id={which(token)} sx={{ mb: 0.75, fontSize: 'inherit' }}>
            <Trans
              text={t('[[name]], created [[when]], [[start]]')}
              name={<Name of={token.name} strong />}
              when={<When at={token.created} />}
              start={<Mono of={tokenStart(token)} />}
            />
          </Typography>
          <LostSecretActions token={token} describedBy={which(token)} open={open}>
            {index === tokens.length - 1 && (
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  leave(entryId)
                  open(null)
                }}
              >
                {t('Leave them as they are', { count: tokens.length, defaultValue_one: 'Leave it as is' })}
              </Button>
            )}
          </LostSecretActions>
        </Box>
      ))}
    </Stack>
  )
}
