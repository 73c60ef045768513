// Parses a file several times with JSON.parse and prints how fast, as one JSON object.
//
//     node Benchmarks/parse.js FILE [TIMES]
"use strict";
const { readFileSync } = require("node:fs");

const [path, times = "5"] = process.argv.slice(2);
const bytes = readFileSync(path);
const seconds = [];
for (let number = 0; number < Number(times); number += 1) {
  const start = performance.now();
  // The text is decoded inside the measure: our parser starts from bytes as well.
  JSON.parse(bytes.toString("utf8"));
  seconds.push((performance.now() - start) / 1000);
}
seconds.sort((first, second) => first - second);
const best = seconds[0];
const median = seconds[Math.floor(seconds.length / 2)];
console.log(JSON.stringify({
  bytes: bytes.length,
  bestSeconds: best,
  medianSeconds: median,
  bestMegabytesPerSecond: bytes.length / 1e6 / best,
  medianMegabytesPerSecond: bytes.length / 1e6 / median,
}));
