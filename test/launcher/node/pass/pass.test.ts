it('passes', () => undefined);
it('passes too', () => undefined);
it.skip('is skipped', () => undefined);
