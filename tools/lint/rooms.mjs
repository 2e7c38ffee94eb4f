// The one-way street between the rooms of the house (docs/architecture.md), as a lint rule.
// `rooms/one-way` resolves each import and looks it up in the table below.
import { builtinModules } from 'node:module';
import path from 'node:path';

/**
 * What each room may import, besides itself. A room is a folder of the checkout; the longest match counts.
 * `rooms`: other rooms. `files`: single files of other rooms. `node`: Node's own modules. `packages`: these npm packages.
 */
export const table = {
  'src/core/text': { rooms: [] },
  'src/core/page': { rooms: ['src/core/text'] },
  'src/core/roles': { rooms: ['src/core/text', 'src/core/page'] },
  'src/core/stitch': { rooms: ['src/core/text', 'src/core/page', 'src/core/roles'] },
  'src/core/figures': { rooms: ['src/core/text'] },
  // What is doubtful about the figures of a page.
  'src/core/checks': { rooms: ['src/core/text', 'src/core/page', 'src/core/figures'] },
  'src/core/decisions': { rooms: ['src/core/text', 'src/core/page'] },
  'src/core/normalise': { rooms: ['src/core/text', 'src/core/page'] },
  'src/core/findings': {
    rooms: ['src/core/text', 'src/core/page', 'src/core/roles', 'src/core/stitch', 'src/core/figures', 'src/core/decisions'],
  },
  'src/core/export': {
    rooms: ['src/core/text', 'src/core/page', 'src/core/figures'],
    // An export shows findings in words; it never looks for any.
    files: ['src/core/findings/messages'],
    // Pure code, the same on every host: ZIP files and MD5.
    packages: ['fflate', '@noble/hashes'],
  },
  // Pages of one issue, by what is known of each.
  'src/core/issue': { rooms: ['src/core/text', 'src/core/page', 'src/core/roles'] },
  // The composition root and the door: they see every room of the core.
  'src/core': {
    rooms: [
      'src/core/text', 'src/core/page', 'src/core/roles', 'src/core/stitch',
      'src/core/figures', 'src/core/checks', 'src/core/decisions', 'src/core/normalise', 'src/core/findings', 'src/core/export',
      'src/core/issue',
    ],
  },
  // Finds threads that hang, for whoever has some.
  'src/watch': { rooms: [] },
  'src/node': { rooms: ['src/watch'], door: true, node: true, packages: ['nodejieba'] },
  // Many texts at once: archives, worker threads, the memory of what is done. The command and the desktop extension run it.
  'src/batch': { rooms: ['src/node', 'src/watch'], door: true, node: true, packages: ['tinypool', 'yauzl'], files: ['package.json'] },
  'src/cli': { rooms: ['src/node', 'src/batch'], door: true, node: true, packages: ['commander'], files: ['package.json'] },
  // The npm package: the door, and with Node the model read from beside it.
  'src/lib': { rooms: [], door: true, node: true },
  // What runs inside the windows of our views: plain browser code. Its protocol is all that it shares with the extension.
  'src/webview/protocol': { rooms: [] },
  'src/webview': { rooms: ['src/webview/protocol'] },
  'src/extension': { rooms: ['src/webview/protocol', 'src/watch'], door: true, packages: ['vscode'], files: ['package.json', 'l10n/bundle.l10n.zh-cn.json'] },
  // The desktop entry and its worker thread are the only files of the extension that know Node; the browser has none.
  'src/extension/analysis/worker.node': { rooms: ['src/extension'], door: true, node: true },
  'src/extension/analysis/port.node': { rooms: ['src/extension'], node: true },
  'src/extension/extension.node': { rooms: ['src/node', 'src/batch', 'src/extension', 'src/extension/analysis/port.node'], door: true, node: true, packages: ['vscode'] },
};

/** What everything outside the core imports of it. */
export const door = 'src/core/index';

const builtins = new Set(builtinModules);

/** The room of a file (a path from the root with `/`), or undefined when it stands in none. */
export function roomOf(file) {
  const bare = withoutEnding(file);
  const rooms = Object.keys(table).filter((room) => bare === room || bare.startsWith(`${room}/`));
  const room = rooms.sort((a, b) => b.length - a.length)[0];
  // A file in a new folder under src/core has no room until the table names one.
  if (room === 'src/core' && bare.slice(room.length + 1).includes('/')) return undefined;
  return room;
}

/**
 * @param {string} from the importing file, from the root, with `/`
 * @param {string} specifier as written
 * @returns {string | undefined} why it is forbidden
 */
export function whyForbidden(from, specifier) {
  const room = roomOf(from);
  if (room === undefined) return `${from} stands in no room: give its folder a row in tools/lint/rooms.mjs`;
  const may = table[room];
  if (!specifier.startsWith('.')) return packageForbidden(room, may, specifier);

  const target = withoutEnding(path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier)));
  if ((may.files ?? []).some((file) => withoutEnding(file) === target)) return undefined;
  if (!target.startsWith('src/')) return `${room} may not import ${target}, which is outside src`;
  if (target === 'src/core' || target === door) {
    if (may.door) return undefined;
    return `${room} may not import the door of the core: the arrows go one way`;
  }
  const home = roomOf(target) ?? roomOf(`${target}/index`);
  if (home === undefined) return `${target} stands in no room: give its folder a row in tools/lint/rooms.mjs`;
  if (home === room || may.rooms.includes(home)) return undefined;
  if (may.door && home.startsWith('src/core')) return `${room} may import the core only by its door, ${door}`;
  return `${room} may not import ${home}: the arrows go one way`;
}

function packageForbidden(room, may, specifier) {
  const isBuiltin = specifier.startsWith('node:') || builtins.has(specifier);
  if (isBuiltin) return may.node ? undefined : `${room} may not import Node's ${specifier}: it runs in the browser too`;
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return (may.packages ?? []).includes(name) ? undefined : `${room} may not import the package ${name}`;
}

/** The same file is written `x`, `x.ts` and, in some styles, `x.js`. */
function withoutEnding(file) {
  return file.replace(/\.(?:d\.ts|[cm]?[jt]sx?|json)$/u, '');
}

/** @type {import('eslint').Rule.RuleModule} */
const oneWay = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { root: { type: 'string' } }, required: ['root'], additionalProperties: false }],
    messages: { forbidden: '{{why}}' },
  },
  create(context) {
    const file = path.relative(context.options[0].root, context.filename).split(path.sep).join('/');
    const check = (source) => {
      // `import(x)` with a computed name cannot be followed, so it is not allowed either.
      const specifier = source?.type === 'Literal' || source?.type === 'TSLiteralType' ? (source.literal ?? source).value : undefined;
      const why = typeof specifier === 'string' ? whyForbidden(file, specifier) : 'an import needs a fixed name';
      if (why !== undefined) context.report({ node: source, messageId: 'forbidden', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => node.source && check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument),
      TSExternalModuleReference: (node) => check(node.expression),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
    };
  },
};

export default { meta: { name: 'rooms' }, rules: { 'one-way': oneWay } };
