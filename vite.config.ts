// Builds src/page into one file, dist/page/index.html: the template that the HTML report fills in.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

// The same page whoever builds it: a test runner that builds the package has an environment of its own, in which libraries bring their checks.
process.env['NODE_ENV'] = 'production';

/** Libraries whose code is in the page: their licences ask to be named with it. */
const LIBRARIES = ['preact', '@tanstack/virtual-core'];

export default defineConfig({
  root: fileURLToPath(new URL('src/page', import.meta.url)),
  base: './',
  build: {
    outDir: fileURLToPath(new URL('dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
    modulePreload: false,
    reportCompressedSize: false,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), sealed()],
});

/** Last step: names the licences, and lets nothing run or load but what was built here. */
function sealed(): Plugin {
  return {
    name: 'sealed',
    enforce: 'post',
    // After the other plugins' last hooks: what is hashed must be what is written.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          const page = String(file.source).replaceAll('\r\n', '\n');
          const policy = [
            "default-src 'none'",
            `script-src ${hashes(page, 'script')}`,
            `style-src ${hashes(page, 'style')}`,
            "base-uri 'none'",
            "form-action 'none'",
          ].join('; ');
          // The policy has to stand before what it is about.
          file.source = page.replace(
            '<meta charset="utf-8">',
            () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n<!--\n${licences()}-->`,
          );
        }
      },
    },
  };
}

function hashes(page: string, tag: 'script' | 'style'): string {
  const found = [...page.matchAll(new RegExp(`<${tag}(?: type="module"| crossorigin| rel="stylesheet")*>([\\s\\S]*?)</${tag}>`, 'g'))];
  if (found.length === 0) throw new Error(`the page has no ${tag}`);
  return found.map(([, text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`).join(' ');
}

function licences(): string {
  return LIBRARIES.map((name) => {
    const text = readFileSync(new URL(`node_modules/${name}/LICENSE`, import.meta.url), 'utf8');
    return `This page holds code of ${name}:\n\n${text.replaceAll('--', '- -').trim()}\n\n`;
  }).join('');
}
