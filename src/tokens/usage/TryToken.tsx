import CheckCircle from '@mui/icons-material/CheckCircle'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import HelpOutlined from '@mui/icons-material/HelpOutlined'
import PlayArrow from '@mui/icons-material/PlayArrowOutlined'
import Box from '@mui/material/Box'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { Status } from '../../ui/Status.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { KeyExposed } from '../apiKey/KeyExposed.tsx'
import { tokenQueries } from '../queries.ts'
import type { IssuedToken } from '../schema.ts'
import type { ExampleCall } from './exampleCall.ts'
import type { TestResult } from './tryToken.ts'
import { rejectionText, tryToken } from './tryToken.ts'

interface Props {
  issued: IssuedToken
  call: ExampleCall
  /** The token is about to be used for the first time. */
  onTry: () => void
  /** @param passed whether nothing remains to be done about the result */
  onResult: (passed: boolean) => void
  /** A copied text has replaced the secret on the clipboard. */
  onCopied: () => void
  /** The secret on the clipboard was replaced. */
  isReplaced: boolean
}

/** Makes the example call with the new token and shows the result. */
export function TryToken({ issued, call, onTry, onResult, onCopied, isReplaced }: Props) {
  const underWay = useRef<AbortController>(null)
  // An abandoned request would keep the secret in memory.
  useEffect(() => () => underWay.current?.abort(), [])
  const test = useMutation({
    // No variables, because the mutation cache keeps them.
    mutationFn: () => {
      onTry()
      underWay.current = new AbortController()
      return tryToken(issued.token, call, underWay.current.signal)
    },
    retry: false,
    networkMode: 'always',
    gcTime: 0,
    onSuccess: (result) => onResult(isClean(result)),
    onError: () => onResult(false),
    // The token has been used now.
    onSettled: (_data, _error, _variables, _before, { client }) =>
      void client.invalidateQueries({ queryKey: tokenQueries.all() }),
  })
  // The result may be below the visible area.
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!test.isIdle && !test.isPending) result.current?.scrollIntoView({ block: 'nearest' })
  }, [test.isIdle, test.isPending])
  return (
    <Box ref={result} sx={{ scrollMarginBlockEnd: 8 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 12px' }}>
        <SteadyButton
          plain
          isWaiting={test.isPending}
          variant="outlined"
          startIcon={<PlayArrow />}
          onClick={() => test.mutate()}
          sx={{ '@media (max-width: 599px)': { flexBasis: '100%', minHeight: 44 } }}
        >
          {t('Test token')}
        </SteadyButton>
        <Box sx={{ flex: '1 1 260px', minWidth: 0, fontSize: '0.8125rem', py: '8px' }}>
          {test.isIdle && (
            <Box sx={{ color: 'text.secondary' }}>
              {t('Makes the example call from this page, and looks for a known weakness.')}
            </Box>
          )}
          <Status aria-label={t('Test result')}>
            {test.isPending && <div>{t('Testing…')}</div>}
            {test.isSuccess && <Accepted result={test.data} call={call} />}
            {test.isError && (
              <Line sign="bad">
                <Trans text={rejectionText(test.error)} /> {mayMean(test.error, issued)}
              </Line>
            )}
          </Status>
        </Box>
      </Box>
      <AlertPlace>
        {test.data?.key === 'exposed' && <KeyExposed onCopied={onCopied} isReplaced={isReplaced} />}
      </AlertPlace>
      {test.isError && <ErrorDetails error={test.error} />}
    </Box>
  )
}

/** Accepted, and nothing about it needs attention. */
const isClean = ({ example, key }: TestResult): boolean =>
  key !== 'exposed' && !(example !== null && 'error' in example)

function Accepted({ result: { caller, example, key }, call }: { result: TestResult; call: ExampleCall }) {
  const failed = example !== null && 'error' in example
  return (
    <>
      <Line sign="good">
        <Trans
          text={t('Waldur accepted the token and identified you as [[name]].', {
            name: nameText(caller.full_name.trim() || caller.username),
          })}
        />
        {example && !failed && (
          <>
            {' '}
            <Trans
              text={
                example.names.length > 0
                  ? t('The example call returned [[names]].')
                  : t('The example call is allowed but returned nothing. This token sees no {{things}}.', {
                      things: call.many(),
                    })
              }
              names={<bdi translate="no">{withRest(example)}</bdi>}
            />
          </>
        )}
      </Line>
      {failed && (
        <Line sign="bad">
          <Trans text={t('The example call failed: {{why}}', { why: rejectionText(example.error) })} />
        </Line>
      )}
      {key === 'hidden' && <Line sign="good">{t('Your sign-in key stays hidden from this token.')}</Line>}
      {key === 'unclear' && (
        <Line sign="unclear">{t('Couldn’t check whether this token can get your sign-in key.')}</Line>
      )}
    </>
  )
}

const withRest = ({ names, total }: { names: string[]; total: number }): string =>
  listing([
    ...names.map(nameText),
    ...(total > names.length ? [t('{{count}} more', { count: total - names.length })] : []),
  ])

const SIGNS = {
  good: { Icon: CheckCircle, color: 'success.main' },
  bad: { Icon: ErrorOutlined, color: 'error.main' },
  unclear: { Icon: HelpOutlined, color: 'text.secondary' },
}

function Line({ sign, children }: { sign: keyof typeof SIGNS; children: ReactNode }) {
  const { Icon, color } = SIGNS[sign]
  return (
    <Box sx={{ display: 'flex', gap: 1, '& + &': { mt: 1 } }}>
      <Icon sx={{ color, fontSize: '1.125rem', mt: '1px' }} />
      <Box sx={{ minWidth: 0 }}>{children}</Box>
    </Box>
  )
}

/** Waldur sends the same message for every reason (waldur-api, section 9), so name the likely ones. */
function mayMean(error: RequestError, { allowed_networks }: IssuedToken): string {
  if (!(error instanceof ApiError) || error.status !== 401) return ''
  const general = t('Personal access tokens may be turned off on this Waldur server or for your account.')
  return allowed_networks?.length ? `${t('This computer’s IP address may not be allowed.')} ${general}` : general
}
