import { posix } from 'node:path';

// custom-elements.json: what editors and frameworks read about the elements. Only what is public belongs in it.
const isPublic = ({ name, privacy }) =>
  privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#');

const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        // The analyser adds a nameless twin of each event that is dispatched as an object.
        declaration.events = declaration.events?.filter(({ name }) => name);
      }
      // `define()` registers whatever class it is called on; the analyser takes that for an element without a name.
      module.exports = module.exports.filter(({ kind }) => kind !== 'custom-element-definition');
      asBuilt(module, posix.dirname(module.path));
    }
  },
};

/** Turns every source path in a part of the manifest into the path of the file that is shipped. */
function asBuilt(part, folder) {
  for (const [key, value] of Object.entries(part)) {
    if (value && typeof value === 'object') asBuilt(value, folder);
    else if ((key === 'path' || key === 'module') && /\.ts$/.test(value)) {
      const path = value.startsWith('.') ? posix.join(folder, value) : value.replace(/^\//, '');
      part[key] = `dist/${path.slice(0, -'.ts'.length)}.js`;
    }
  }
}

export default {
  globs: ['components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/*.stories.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [publicOnly],
};
