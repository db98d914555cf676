// Writes built/: the portal's own plotly bundle, the fonts and the style sheet that declares them.
// Dash serves every script and style sheet of its assets folder; a script that sets window.Plotly replaces the full bundle.
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const BUILT = join(HERE, "built");
const FONTS = {
  inter: ["latin", "latin-ext", "cyrillic", "cyrillic-ext"],
  "noto-sans-armenian": ["armenian"],
};

async function bundlePlotly() {
  await build({
    entryPoints: [join(HERE, "plotly-portal.cjs")],
    outfile: join(BUILT, "plotly-portal.min.js"),
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "Plotly",
    define: { global: "window" },
    loader: { ".css": "empty" }, // of map tiles, which the portal does not draw
    legalComments: "linked",
    logLevel: "error",
  });
}

// The @font-face blocks of the wanted subsets, pointing at the copied files. Each block is headed by a comment that names its file.
async function gatherFont(font, subsets) {
  const source = join(HERE, "node_modules", "@fontsource-variable", font);
  await copyFile(join(source, "LICENSE"), join(BUILT, "fonts", `${font}-LICENSE.txt`));
  const css = await readFile(join(source, "index.css"), "utf8");
  const faces = subsets.map(async (subset) => {
    const file = `${font}-${subset}-wght-normal.woff2`;
    const face = css.match(/@font-face \{[^}]*\}/g)?.find((block) => block.includes(`/${file})`));
    if (!face) throw new Error(`${font} has no subset ${subset}`);
    await copyFile(join(source, "files", file), join(BUILT, "fonts", file));
    return face.replace("./files/", "fonts/");
  });
  return (await Promise.all(faces)).join("\n");
}

await rm(BUILT, { recursive: true, force: true });
await mkdir(join(BUILT, "fonts"), { recursive: true });
await bundlePlotly();
const faces = await Promise.all(Object.entries(FONTS).map(([font, subsets]) => gatherFont(font, subsets)));
await writeFile(join(BUILT, "fonts.css"), faces.join("\n") + "\n");
