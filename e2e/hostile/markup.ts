/** Sets a global that our pages never set; the tests check for it. */
const RUN = 'window.__pwn=1'

/** Elements that run code if the text is parsed as HTML. */
const elements = [
  `<script>${RUN}</script>`,
  `<img src=x onerror=${RUN}>`,
  `<svg onload=${RUN}>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<iframe srcdoc="<script>parent.__pwn=1</script>">`,
  `<details open ontoggle=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<style>@import'x';*{background:url(x)}</style>`,
  `<link rel=stylesheet href=x onerror=${RUN}>`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<base href=//evil.example/>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}>`,
  `<a href="javascript:${RUN}">x</a>`,
]

/** Text that closes whatever context the string was put into. */
const ways = ['', '">', "'>", '`>', '-->', '</title>', '</textarea>', '</script>', ']]>']

const attributes = ['onfocus', 'onmouseover', 'onanimationstart', 'onpointerrawupdate', 'style', 'href', 'formaction']

const schemes = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `javascript&colon;${RUN}`,
  `&#106;avascript:${RUN}`,
  `javascript://%0a${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  'data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19wd249MTwvc2NyaXB0Pg==',
  `vbscript:${RUN}`,
  `view-source:javascript:${RUN}`,
  'blob:null/0',
  'file:///etc/hosts',
  '//evil.example/x.js',
  'https://evil.example',
]

const hex = (text: string, prefix: string, suffix: string, width: number) =>
  [...text].map((sign) => `${prefix}${sign.charCodeAt(0).toString(16).padStart(width, '0')}${suffix}`).join('')

/** The same element in encodings that some decoder might turn back into it. */
const spellings = (element: string) => [
  element.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  element.replaceAll('<', '&amp;lt;'),
  element.replaceAll('<', '&#60;'),
  element.replaceAll('<', '&#x3c'),
  element.replaceAll('<', '\\u003c'),
  element.replaceAll('<', '\\x3c'),
  element.replaceAll('<', '＜').replaceAll('>', '＞'),
  element.replaceAll('<', '‹').replaceAll('>', '›'),
  element.replaceAll('<', '<\0'),
  element.replaceAll('<', '+ADw-'),
  element.toUpperCase(),
  element.slice(0, -1),
  `<${element}`,
  encodeURIComponent(element),
  encodeURIComponent(encodeURIComponent(element)),
  hex(element, '\\u', '', 4),
  hex(element, '&#x', ';', 2),
  hex(element, '%', '', 2),
]

/** Template syntax, including ours: a name that contains it must not be looked up, computed or counted. */
const templates = [
  // biome-ignore lint/suspicious/noTemplateCurlyInString: one of the texts under test
  '${7*7}',
  ...['{{7*7}}', '#{7*7}', '<%= 7*7 %>', '{7*7}', '[[7*7]]', '@(7*7)', '*{7*7}', '{% debug %}', '{{{x}}}'],
  ...['{{name}}', '{{count}}', '[[name]]', '[[permissions]]', '[[end]]', '$t(Revoke)', '$t(x, {"count": 2})', '$1$&$`'],
  ...['%s %d %n', '{0}', '{}', '%(name)s', '$name', '{{', '}}', '[[', ']]', '$t(', '{{-name}}', '{{name, uppercase}}'],
  `{{constructor.constructor('${RUN}')()}}`,
  `\${(()=>{${RUN}})()}`,
  `{{#with "s" as |string|}}{{/with}}`,
]

/** @returns strings, by class, that would run in or change a page that parses them as code or markup */
export const markup: Record<string, string[]> = {
  'elements that run code': ways.flatMap((way) => elements.map((element) => `${way}${element}`)),
  'attributes that run code': ['"', "'", ' '].flatMap((quote) =>
    attributes.map((name) => `${quote} ${name}=${quote.trim()}javascript:${RUN}${quote.trim()} autofocus x=${quote}`),
  ),
  'addresses that run code': schemes,
  'spelt otherwise': elements.slice(0, 2).flatMap(spellings),
  templates,
}
