/**
 * Pictures of scenes, to be looked at:
 * `node scripts/run-ts.mjs tests/preview/shots.ts [--out DIR] [--lang en,ko] [--theme light,dark] [--width 400,1280]
 * [--height 800] [--forced] [SCENE…]`; `--forced` in forced colours.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../scripts/run.mjs';
import { openStage, type Setting } from './stage';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(root, '.output/preview-shots') },
    lang: { type: 'string', default: 'en' },
    theme: { type: 'string', default: 'light,dark' },
    width: { type: 'string', default: '400' },
    height: { type: 'string', default: '640' },
    forced: { type: 'boolean', default: false },
  },
});

mkdirSync(values.out, { recursive: true });
const stage = await openStage();
try {
  for (const scene of positionals)
    for (const lang of values.lang.split(',') as NonNullable<Setting['lang']>[])
      for (const theme of values.theme.split(',') as NonNullable<Setting['theme']>[])
        for (const width of values.width.split(',').map(Number)) {
          const forcedColours = values.forced;
          await stage.show(scene, { lang, theme, width, height: Number(values.height), forcedColours });
          const name = [scene, lang, theme, width, ...(forcedColours ? ['forced'] : [])].join('-');
          await stage.page.screenshot({ path: join(values.out, `${name}.png`) as `${string}.png` });
          for (const fault of await stage.faults()) console.error(`${name}: ${fault}`);
        }
} finally {
  await stage.close();
}
