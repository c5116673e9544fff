/**
 * The page under a path of a site that Caddy already serves, as a file to import inside that site's block.
 * @param written the line that says where the file comes from
 * @param headers of every file, by name
 * @param cache the values of Cache-Control: `hashedAsset`, `everythingElse`
 */
export function caddyInclude(written, headers, cache) {
  const path = '{$WALDUR_TOKENS_PATH:/tokens-app}'
  const lines = Object.entries(headers).map(([name, value]) => `\t\t${name} "${value}"`)
  const noStore = `header Cache-Control "${cache.everythingElse}"`
  const page = (depth) => `
		@depth${depth} vars_regexp {http.request.orig_uri} ^${path}${'/[^/?]*'.repeat(depth)}([?]|$)
		handle @depth${depth} {
			${noStore}
			rewrite * /under-path/${depth}.html
			file_server
		}`
  return `${written}
# Waldur Tokens under a path of Waldur's own site: goes into config/caddy-includes/ of waldur-docker-compose, whose
# Caddyfile imports it inside the site. docs/deployment.md says how. Three variables of Caddy's environment change it:
#   WALDUR_TOKENS_PATH   without a slash at the end; /tokens-app unless set
#   WALDUR_TOKENS_FILES  the folder of the page's files; /srv/waldur-tokens unless set
#   WALDUR_TOKENS_API    where MasterMind listens; waldur-mastermind-api:8080 unless set

redir ${path} ${path}/

handle_path ${path}/* {
	root * {$WALDUR_TOKENS_FILES:/srv/waldur-tokens}
	encode gzip
	# No Strict-Transport-Security: the host is Waldur's.
	header {
${lines.join('\n')}
		-Server
		defer
	}

	# In this order.
	route {
		@write not method GET HEAD
		handle @write {
			${noStore}
			header Allow "GET, HEAD"
			respond "405 Method Not Allowed" 405
		}

		@map path /assets/*.map
		handle @map {
			${noStore}
			respond "404 Not Found" 404
		}
		@file path_regexp ^/(assets|languages)/[^/]+$|^/(config\\.json|icon\\.svg|licenses\\.txt)$
		handle @file {
			@missing not file
			handle @missing {
				${noStore}
				respond "404 Not Found" 404
			}
			@hashed path /assets/*
			handle @hashed {
				header Cache-Control "${cache.hashedAsset}"
				file_server {
					precompressed gzip
				}
			}
			handle {
				${noStore}
				file_server
			}
		}

		# The page, with addresses of its files that fit how deep its own address is.${[1, 2, 3].map(page).join('')}

		handle {
			${noStore}
			respond "404 Not Found" 404
		}
	}
}

# Caddy treats an Idempotency-Key as permission to resend a request whose kept-alive connection died, and Waldur would
# rotate twice. On a fresh connection, it never resends.
handle /api/personal-access-tokens/* {
	reverse_proxy {$WALDUR_TOKENS_API:waldur-mastermind-api:8080} {
		transport http {
			keepalive off
		}
		header_down Cache-Control "${cache.everythingElse}"
	}
}
`
}
