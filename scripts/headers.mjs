// node scripts/headers.mjs: writes the headers of deploy/headers.json as configuration for nginx, Caddy and hosts of
// static files.
//   --check        writes nothing; fails if the committed files differ
//   --api ORIGIN   for Waldur on another origin: the page may connect there too
//   --to FOLDER    writes there instead of deploy/
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { caddyInclude } from './caddyInclude.mjs'
import { stop } from './run.mjs'
import { staticHeaders } from './staticHeaders.mjs'

const deploy = fileURLToPath(new URL('../deploy', import.meta.url))
const { api, check, to } = readOptions()
const { security, waldur, overTls, cache } = JSON.parse(readFileSync(join(deploy, 'headers.json'), 'utf8'))
const policy = 'Content-Security-Policy'
if (api) security[policy] = security[policy].replace("connect-src 'self'", `connect-src 'self' ${originOf(api)}`)
const everywhere = Object.entries(security).filter(([name]) => name !== policy)

const written = '# Written by scripts/headers.mjs from headers.json; change it there.'
const files = {
  'nginx/maps.conf': nginxMaps(),
  'nginx/headers.conf': nginxHeaders(),
  'headers.caddy': caddyHeaders(),
  'caddy-includes/waldur-tokens.conf': caddyInclude(written, security, cache),
  'static/_headers': staticHeaders(written, { ...security, ...overTls }, cache),
}
for (const [name, text] of Object.entries(files)) {
  const path = join(to ?? deploy, name)
  if (check) {
    if (readFileSync(path, 'utf8') !== text) stop(`${name} doesn't match headers.json. Run node scripts/headers.mjs.`)
    continue
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** For `http {}`. nginx leaves out a header with an empty value. */
function nginxMaps() {
  const [[, hsts]] = Object.entries(overTls)
  return `${written}

# Waldur's responses may be uploads: they are shown, but run nothing and don't count as this origin.
map "$upstream_status $uri" $waldur_tokens_policy {
  "~^ (?!/api/|/api-auth/)" "${security[policy]}";
  default "${waldur[policy]}";
}

# Applies to the whole host name and its subdomains for two years: sent over TLS only, see docs/deployment.md.
map $https $waldur_tokens_hsts {
  on      "${hsts}";
  default "";
}

# Successful responses only: an error cached for a year would outlive its cause.
map "$status $uri" $waldur_tokens_cache {
  "~^(200|206|304) (?!/api/|/api-auth/).*/assets/" "${cache.hashedAsset}";
  default "${cache.everythingElse}";
}

# For our own files; Waldur sends its own.
map "$status $upstream_status" $waldur_tokens_allow {
  "405 "  "GET, HEAD";
  default "";
}
`
}

function nginxHeaders() {
  const names = [...Object.keys(security), ...Object.keys(overTls), 'Cache-Control']
  const [hsts] = Object.keys(overTls)
  return `${written}
# An add_header in a location drops all of these: include this file there again.

# Waldur's own values are replaced, not sent in addition.
${names.map((name) => `proxy_hide_header ${name};`).join('\n')}

add_header ${policy} $waldur_tokens_policy always;
${everywhere.map(([name, value]) => `add_header ${name} "${value}" always;`).join('\n')}
add_header ${hsts} $waldur_tokens_hsts always;
add_header Cache-Control $waldur_tokens_cache always;
add_header Allow $waldur_tokens_allow always;
`
}

function caddyHeaders() {
  const [[hstsName, hsts]] = Object.entries(overTls)
  return `${written}

(waldur_tokens_headers) {
	# Waldur's responses may be uploads: they are shown, but run nothing and don't count as this origin.
${['/api/*', '/api-auth/*']
  .map((path) => `\theader ${path} {\n\t\t${policy} "${waldur[policy]}"\n\t\tdefer\n\t}`)
  .join('\n')}
	# Outside the block below: two "?" in one block only apply if both headers are absent.
	header ?${policy} "${security[policy]}"
	header {
${everywhere.map(([name, value]) => `\t\t${name} "${value}"`).join('\n')}
		?Cache-Control "${cache.everythingElse}"
		-Server
		# Waldur's own values arrive later and are replaced.
		defer
	}
}

# Applies to the whole host name and its subdomains for two years: over TLS only, see docs/deployment.md.
(waldur_tokens_over_tls) {
	header {
		${hstsName} "${hsts}"
		defer
	}
}

(waldur_tokens_hashed) {
	header {args.0} {
		Cache-Control "${cache.hashedAsset}"
		defer
	}
}
`
}

function readOptions() {
  try {
    return parseArgs({ options: { api: { type: 'string' }, to: { type: 'string' }, check: { type: 'boolean' } } })
      .values
  } catch (error) {
    return stop(error.message)
  }
}

/** Anything but a bare origin could add a source, or a whole directive, to the policy. */
function originOf(text) {
  if (/^https?:\/\/[\w.-]+(:\d+)?$/i.test(text)) return text.toLowerCase()
  return stop(`--api needs an origin, such as https://mastermind.example.org, not ${text}.`)
}
