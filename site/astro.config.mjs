import { defineConfig } from 'astro/config'

// One origin, a strict content security policy: no inline script or style, nothing from elsewhere.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
})
