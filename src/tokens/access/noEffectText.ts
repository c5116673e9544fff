import { t } from '../../ui/i18n.tsx'

// What the form says of a token to be, and the token's page of one that exists.

/** @param permissions their names as a list @param count how many they are */
export const noEffectText = (permissions: string, count: number): string =>
  t('With your current roles, these have no effect: {{permissions}}.', {
    count,
    defaultValue_one: 'With your current roles, this has no effect: {{permissions}}.',
    permissions,
  })

/** With the placeholder `[[place]]`. @param permissions their names as a list @param count how many they are */
export const notHeldText = (permissions: string, count: number): string =>
  t('You don’t have these permissions in [[place]]: {{permissions}}.', {
    count,
    defaultValue_one: 'You don’t have this permission in [[place]]: {{permissions}}.',
    permissions,
  })

/** With the placeholders `[[place]]` and `[[above]]`. The parameters are those of `notHeldText`. */
export const roleAboveText = (permissions: string, count: number): string =>
  t(
    'Your role for these is above [[place]], in [[above]], so they don’t work for a token limited to [[place]]: {{permissions}}.',
    {
      count,
      defaultValue_one:
        'Your role for this is above [[place]], in [[above]], so it doesn’t work for a token limited to [[place]]: {{permissions}}.',
      permissions,
    },
  )
