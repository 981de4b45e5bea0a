import './fake-browser';

const params = new URLSearchParams(location.search);
document.documentElement.dataset.theme = params.get('theme') ?? 'system';

document.documentElement.lang = (params.get('lang') ?? 'en').replace('_', '-');

// Loaded after the fake, since components ask for their words as they are made.
const { scenes } = await import('./scenes');
// For tests to read: none is to be passed over.
Object.assign(globalThis, { scenes: Object.keys(scenes) });
const name = params.get('scene') ?? '';
const scene = scenes[name];
const app = document.getElementById('app');
if (!scene || !app) throw new Error(`no scene "${name}"; there are ${Object.keys(scenes).join(', ')}`);
await scene(app);
document.documentElement.dataset.ready = 'true';
