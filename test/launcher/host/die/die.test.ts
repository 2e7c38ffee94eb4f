it('kills the extension host', async () => {
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
});
