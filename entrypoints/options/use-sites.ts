import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { SitesProps } from '../../components/options/Sites';
import { matchPatterns, outlets } from '../../page/outlets';
import { sitesAllowed } from '../../services/tabs/watching';
import { followPermissions } from '../wiring/permissions';

const defaults = matchPatterns();

/** In the list's own order, so that a new group needs no place here. */
const groups = [...new Set(outlets.map(({ group }) => group))].map((group) => ({
  group,
  outlets: outlets
    .filter((outlet) => outlet.group === group)
    .map(({ name, hosts: [site = '', ...others] }) => ({ name, site, others })),
}));

type Access = Omit<SitesProps, 'settings' | 'onChange'>;

/** Which sites the browser lets us read, followed as that changes. */
export function useSites(run: (wish: () => Promise<unknown>) => void): Access {
  const [granted, setGranted] = useState<readonly string[]>([]);
  const [hasDefaults, setHasDefaults] = useState(true);

  useEffect(() => {
    const look = async () => {
      setGranted(await sitesAllowed());
      setHasDefaults(await browser.permissions.contains({ origins: defaults }));
    };
    return followPermissions(() => run(look));
  }, [run]);

  return {
    groups,
    granted,
    hasDefaults,
    onGrantDefaults: () => run(() => browser.permissions.request({ origins: defaults })),
    onGrant: (site) => run(() => browser.permissions.request({ origins: [`*://*.${site}/*`] })),
    onRevoke: (pattern) => run(() => browser.permissions.remove({ origins: [pattern] })),
  };
}
