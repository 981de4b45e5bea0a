import { useState } from 'preact/hooks';
import { plainHost } from '../../annotations/address';
import type { Settings } from '../../annotations/settings';
import { Icon } from '../Icon';
import { keyPart, t } from '../i18n';
import { Switch } from '../Switch';

type OutletGroup = 'korea' | 'china' | 'united-states' | 'japan' | 'agency' | 'policy';

export interface SitesProps {
  readonly settings: Settings;
  /** The outlets read from the start, by group; `site` is the host without `www.`, `others` are further hosts of it. */
  readonly groups: readonly {
    readonly group: OutletGroup;
    readonly outlets: readonly {
      readonly name: string;
      readonly site: string;
      readonly others: readonly string[];
    }[];
  }[];
  /** Does the browser let us read all of them? */
  readonly hasDefaults: boolean;
  /** Host patterns the reader allowed besides. */
  readonly granted: readonly string[];
  readonly onChange: (patch: Partial<Settings>) => void;
  readonly onGrantDefaults: () => void;
  readonly onGrant: (site: string) => void;
  readonly onRevoke: (pattern: string) => void;
}

/** A host as typed or pasted, or null for what is none. */
export function siteTyped(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  const address = /^[a-z]+:\/\//.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const site = plainHost(hostname.replace(/^\*\./, ''));
  return /^[^.*]+(\.[^.*]+)+$/.test(site) ? site : null;
}

export function Sites(props: SitesProps) {
  const { settings, groups, granted, onChange } = props;
  const count = groups.reduce((sum, { outlets }) => sum + outlets.length, 0);
  const setOn = (sites: readonly string[], on: boolean) => {
    const others = settings.sitesOff.filter((one) => !sites.includes(one));
    onChange({ sitesOff: on ? others : [...others, ...sites] });
  };
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{t('options.sites')}</h2>
      <p>{t('options.sitesText')}</p>
      {!props.hasDefaults && (
        <p class="notice">
          <Icon name="lock" />
          <span>{t('options.sitesMissing')}</span>
          <button type="button" class="button" onClick={props.onGrantDefaults}>
            {t('welcome.step2Grant')}
          </button>
        </p>
      )}
      <div class="setting">
        <h3>{t('options.sitesDefault', count)}</h3>
        {groups.map(({ group, outlets }) => (
          <details key={group}>
            <summary>
              {t(`outlets.${keyPart(group)}`)} <span class="muted">({outlets.length})</span>
            </summary>
            <div class="outlets">
              {outlets.map(({ name, site, others }) => (
                <Switch
                  key={site}
                  checked={!settings.sitesOff.includes(site)}
                  onChange={(on) => setOn([site, ...others], on)}
                >
                  {name}
                </Switch>
              ))}
            </div>
          </details>
        ))}
      </div>
      <div class="setting">
        <h3>{t('options.sitesOff')}</h3>
        {settings.sitesOff.length === 0 && <p class="muted">{t('options.sitesOffNone')}</p>}
        <ul class="list">
          {settings.sitesOff.map((site) => (
            <Site
              key={site}
              site={site}
              change={t('options.switchOn')}
              onChange={() => setOn([site], true)}
            />
          ))}
        </ul>
      </div>
      <div class="setting">
        <h3>{t('options.sitesMore')}</h3>
        {granted.length === 0 && <p class="muted">{t('options.sitesMoreNone')}</p>}
        <ul class="list">
          {granted.map((pattern) => (
            <Site
              key={pattern}
              site={pattern.replace(/^\*:\/\/(\*\.)?|\/\*$/g, '')}
              change={t('options.sitesRevoke')}
              onChange={() => props.onRevoke(pattern)}
            />
          ))}
        </ul>
        <AddSite onGrant={props.onGrant} />
        <p class="small muted">{t('options.sitesOnce')}</p>
      </div>
    </section>
  );
}

interface SiteProps {
  readonly site: string;
  /** What the button does. */
  readonly change: string;
  readonly onChange: () => void;
}

function Site({ site, change, onChange }: SiteProps) {
  return (
    <li>
      <span>{site}</span>
      <button type="button" class="button" aria-label={`${change}: ${site}`} onClick={onChange}>
        {change}
      </button>
    </li>
  );
}

function AddSite({ onGrant }: Pick<SitesProps, 'onGrant'>) {
  const [typed, setTyped] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        const site = siteTyped(typed);
        setBad(site === null);
        if (site === null) return;
        onGrant(site);
        setTyped('');
      }}
    >
      <label for="add-site" class="small">
        {t('options.sitesAdd')}
      </label>
      <input
        id="add-site"
        class="field"
        value={typed}
        placeholder={t('options.sitesAddPlaceholder')}
        aria-invalid={bad}
        aria-describedby="add-site-bad"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={typed.trim() === ''}>
        {t('options.sitesAddButton')}
      </button>
      <p id="add-site-bad" class="small bad" role="status">
        {bad && t('options.sitesBad')}
      </p>
    </form>
  );
}
