it('never lets mocha go on', () => {
  for (;;);
});
