import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { endSession, forgetSession, startSession } from '../api/credential.ts'
import { PageTitle } from './PageTitle.tsx'

const drawn = () => renderToStaticMarkup(createElement(PageTitle, { title: 'nightly-backup' }))

test('the tab names no token once the session has ended', () => {
  const authorization = `Token ${'0'.repeat(40)}`
  startSession({ authorization, impersonated: null }, 'memory')
  expect(drawn()).toContain('<title>nightly-backup · Waldur Tokens</title>')
  endSession(authorization)
  expect(drawn()).toContain('<title>Your session ended · Waldur Tokens</title>')
  forgetSession()
  expect(drawn()).toContain('<title>nightly-backup · Waldur Tokens</title>')
})
