// Measures the peers on the texts that the benchmark program wrote, and prints one JSON object.
//   node measure.mjs INPUT.json     INPUT: {"fontFolder", "rounds", "texts": {name: {"title", "paragraphs": []}}}
// Each round changes one paragraph, so that no peer can answer from a cache of the whole document.
import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { Document, Packer, Paragraph, TextRun } from "docx";

const input = JSON.parse(readFileSync(process.argv[2], "utf8"));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(render) {
  const started = performance.now();
  let bytes = await render(0);
  const cold = performance.now() - started;
  const rounds = [];
  for (let round = 1; round <= input.rounds; round++) {
    const from = performance.now();
    bytes = await render(round);
    rounds.push(performance.now() - from);
  }
  return { cold, warm: median(rounds), bytes: bytes.length };
}

const varied = (text, round) => [`第${round}稿。`, ...text.paragraphs];

function typst(text) {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [input.fontFolder] }] });
  const head = `#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: "FandolFang R", size: 16pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), leading: 13.4pt, spacing: 13.4pt, justify: true)
`;
  const escape = (line) => line.replace(/[\\#$*_@<>`\[\]=~]/g, "\\$&");
  return (round) => {
    const source = `${head}#align(center, text(size: 22pt)[${escape(text.title)}])\n\n${varied(text, round).map(escape).join("\n\n")}`;
    const pdf = compiler.pdf({ mainFileContent: source });
    compiler.evictCache(10);
    return pdf;
  };
}

async function docxtemplater(text) {
  const paragraph = (words) => new Paragraph({ children: [new TextRun(words)] });
  const template = await Packer.toBuffer(
    new Document({ sections: [{ children: ["{title}", "{#paragraphs}", "{text}", "{/paragraphs}"].map(paragraph) }] }));
  return (round) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    document.render({ title: text.title, paragraphs: varied(text, round).map((words) => ({ text: words })) });
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

function docx(text) {
  const paragraph = (words) =>
    new Paragraph({ indent: { firstLine: 640 }, spacing: { line: 589 }, children: [new TextRun({ text: words, size: 32, font: "仿宋_GB2312" })] });
  return (round) => Packer.toBuffer(new Document({ sections: [{ children: [paragraph(text.title), ...varied(text, round).map(paragraph)] }] }));
}

const result = {};
for (const [name, text] of Object.entries(input.texts)) {
  result[name] = {
    typst: await measure(typst(text)),
    docxtemplater: await measure(await docxtemplater(text)),
    docx: await measure(docx(text)),
  };
}
console.log(JSON.stringify(result));
