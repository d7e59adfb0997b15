// What the engine's four pages share: our name, and our login page in place of theirs.
export const app = { name: "督办 Duban", vendor: " " };
export const customScripts = ["../../../duban/door.js"];
