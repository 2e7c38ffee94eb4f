/** Documents of this scheme show a page as it would be re-stitched. They are read only and have no file. */
export const previewScheme = 'restitch-preview';
