// Lines {"id", "published", "text"} in, lines {"id", "timexes": [...]} out, by chrono: the same work as `timeline tag --jsonl`.
// All of the input is read at once and the output written at once, which is what suits V8 best.
import * as chrono from "chrono-node";
import { readFileSync, writeSync } from "node:fs";

const answers = [];
for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line === "") continue;
  const { id, published, text } = JSON.parse(line);
  const timexes = chrono.parse(text, new Date(`${published.slice(0, 10)}T12:00:00`)).map((found) => ({
    start: found.index,
    end: found.index + found.text.length,
    text: found.text,
    value: found.start.date().toISOString(),
    until: found.end ? found.end.date().toISOString() : null,
  }));
  answers.push(JSON.stringify({ id, timexes }));
}
const bytes = Buffer.from(answers.join("\n") + "\n");
for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
