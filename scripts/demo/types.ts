import type { BrowserName } from '../browser/launch';
import type { Sample } from '../browser/samples';
import type { Site } from '../browser/site';

export interface Demo {
  readonly browser: BrowserName;
  readonly executable: string;
  readonly site: Site;
  readonly samples: readonly Sample[];
}
