it('passes', () => undefined);

it('fails', () => {
  throw new Error('as it should');
});
