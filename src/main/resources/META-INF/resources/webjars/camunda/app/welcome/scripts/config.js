import { app, customScripts, locales } from "/duban/webapps.js";

// the engine's manual is in English, and not about this program
export default { app, locales, customScripts, links: [] };
