/** Names of files are made in the core: the extension makes them too, in a browser as well. */
export { createNamer, fileNameOf } from '../core/index';
