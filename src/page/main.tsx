// The start of the page: reads the audit that the file holds and shows it.
import { render } from 'preact';
import { entriesOf } from './entry.ts';
import { readContent } from './audit.ts';
import { say } from './wording.ts';
import { App } from './view/app.tsx';

const root = document.getElementById('app')!;
const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';

render(<p class="loading">{say(language, 'loading')}</p>, root);
try {
  const content = await readContent();
  render(<App content={content} entries={entriesOf(content.result)} />, root);
} catch (error) {
  render(
    <p class="loading" role="alert">
      {say(language, 'broken', { reason: (error as Error).message })}
    </p>,
    root,
  );
}
