import Typography from '@mui/material/Typography'
import { PageLink } from '../../ui/links.ts'
import { Name } from '../../ui/Name.tsx'
import { tokenStart } from '../rules/expiry.ts'
import type { Token } from '../schema.ts'

/** The name, and the start of the secret that can be matched with a log line: names need not be unique. */
export function TokenName({ token }: { token: Token }) {
  return (
    <>
      <PageLink
        to="/tokens/$uuid"
        params={{ uuid: token.uuid }}
        color="inherit"
        sx={{ fontWeight: 600, fontSize: '0.875rem', overflowWrap: 'anywhere', ...CLAMP }}
      >
        <Name of={token.name} />
      </PageLink>
      <Typography variant="mono" component="div" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
        {tokenStart(token)}
      </Typography>
    </>
  )
}

const CLAMP = { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' } as const
