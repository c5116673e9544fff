import Download from '@mui/icons-material/Download'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { apiOrigin } from '../../api/deployment.ts'
import { download } from '../../ui/download.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Mono } from '../../ui/Mono.tsx'
import { Status } from '../../ui/Status.tsx'
import type { IssuedToken } from '../schema.ts'
import { environmentFile, fileNameFor } from './environmentFile.ts'

interface Props {
  issued: IssuedToken
  onDownloaded: () => void
}

/** Saves a file with the secret that shells and libraries read. */
export function SaveAsFile({ issued, onDownloaded }: Props) {
  const save = () => {
    download(fileNameFor(issued.name), environmentFile(apiOrigin(), issued))
    onDownloaded()
  }
  return (
    <Button size="small" startIcon={<Download />} onClick={save} sx={{ marginInlineEnd: -0.75 }}>
      {t('Download .env')}
    </Button>
  )
}

/** Where that file is, and how a shell reads it. */
export function SavedFile({ name, isSaved }: { name: string; isSaved: boolean }) {
  const file = fileNameFor(name)
  return (
    <Box component={Status} aria-label={t('Download')} sx={{ fontSize: '0.8125rem' }}>
      {isSaved && (
        <Box sx={{ mb: 1 }}>
          <Trans
            text={t(
              'Check your downloads for [[file]]. It contains the secret and stays there until you delete it. Load it in a shell with [[command]].',
            )}
            file={<Mono of={file} />}
            command={<Mono of={`set -a; . ./${file}`} />}
          />
        </Box>
      )}
    </Box>
  )
}
