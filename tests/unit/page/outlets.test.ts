import { describe, expect, test } from 'vitest';
import { matchPatterns, outletOf, outlets } from '../../../page/outlets';

describe('the outlets', () => {
  test('are at least sixty, in every group several, and no host stands twice', () => {
    expect(outlets.length).toBeGreaterThanOrEqual(60);
    for (const group of ['agency', 'china', 'japan', 'korea', 'policy', 'united-states']) {
      expect(outlets.filter((outlet) => outlet.group === group).length).toBeGreaterThanOrEqual(5);
    }
    const hosts = outlets.flatMap((outlet) => outlet.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    for (const host of hosts) expect(host).toMatch(/^(?!www\.)([a-z0-9-]+\.)+[a-z]{2,}$/);
  });

  test('make match patterns that a browser takes', () => {
    for (const pattern of matchPatterns()) expect(pattern).toMatch(/^\*:\/\/\*\.[a-z0-9.-]+\/\*$/);
  });

  test('are found by host and subdomain, not by a part of a name', () => {
    expect(outletOf('en.yna.co.kr')?.name).toBe('Yonhap News Agency');
    expect(outletOf('www.reuters.com')?.name).toBe('Reuters');
    expect(outletOf('www.reuters.com.')?.name).toBe('Reuters');
    expect(outletOf('notreuters.com')).toBeUndefined();
    expect(outletOf('')).toBeUndefined();
  });
});
