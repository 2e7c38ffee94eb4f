it('passes before the exit', () => undefined);

it('ends mocha as if all were well', () => {
  process.exit(0);
});
