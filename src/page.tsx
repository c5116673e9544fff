import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { drawWith } from './main.ts'

drawWith((root, problem) => createRoot(root).render(<App problem={problem} />))
