// What a group of window tests begins with. A stage itself knows no test runner: the pictures of the documents are taken on one, too.
import { endCommon, pictureFile, Stage } from './stage';

export { eventually, pictureFile, Stage } from './stage';

// Of the whole run: at the end of the last file.
after(endCommon);

/**
 * A stage for a group of tests: opened before the first, closed behind the last; a picture of its newest window is taken when a test fails.
 * @param prepare what the tests share, a window most of the time
 */
export function openStage(prepare?: (stage: Stage) => Promise<void>): Stage {
  const stage = new Stage();
  before(async () => {
    await stage.open();
    await prepare?.(stage);
  });
  afterEach(async function () {
    const window = stage.newest;
    if (this.currentTest?.state === 'failed' && window?.page.isClosed() === false) await window.picture(pictureFile(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`));
  });
  after(async () => stage.close());
  return stage;
}
