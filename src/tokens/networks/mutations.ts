import { mutationOptions } from '@tanstack/react-query'
import { request } from '../../api/client.ts'
import { refreshTokens, showChange } from '../queries.ts'
import { Token } from '../schema.ts'
import { tokenPath } from '../tokenNow.ts'

/** Sets all networks at once, so sending it twice does no harm. */
export const setNetworks = mutationOptions({
  retry: false,
  networkMode: 'always',
  mutationFn: ({ uuid, networks }: { uuid: string; networks: string[] }) =>
    request(`${tokenPath(uuid)}set_network_acl/`, Token, { method: 'POST', body: { allowed_networks: networks } }),
  onSuccess: ({ allowed_networks }, { uuid }, _before, { client }) =>
    showChange(client, new Set([uuid]), { allowed_networks }),
  onSettled: (_data, _error, _change, _before, { client }) => refreshTokens(client),
})
