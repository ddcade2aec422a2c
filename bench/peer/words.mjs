// Cuts all files of a folder into words and does nothing else: with the segmenter of Node, or with jieba from the folder of peers.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, peers] = process.argv.slice(2);
let words = 0;
let cut;
if (peers === undefined) {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  cut = (text) => {
    for (const _ of segmenter.segment(text)) words++;
  };
} else {
  const require = createRequire(join(peers, 'package.json'));
  const { Jieba } = require('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict');
  const jieba = Jieba.withDict(dict);
  cut = (text) => {
    words += jieba.cut(text, false).length;
  };
}
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (/\.(?:md|txt)$/.test(name)) cut(readFileSync(join(folder, name)).toString('utf8'));
if (words === 0) process.exitCode = 1;
