// Renders documents with the peers on demand; the benchmark program starts it and takes turns with it.
//   first line of input:   {"fontFolder", "texts": {name: {"title", "paragraphs": []}}}
//   each further line:     {"peer", "text", "round"}  →  {"milliseconds", "processor", "bytes", "memory"}
// Each round changes one paragraph, so that no peer can answer from a cache of the whole document.
import { createInterface } from "node:readline";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { Document, Packer, Paragraph, TextRun } from "docx";

const varied = (text, round) => [`第${round}稿。`, ...text.paragraphs];

// The first call also opens the fonts, as DocFlow's does.
function typst(text, fontFolder) {
  let compiler;
  const head = `#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))
#set text(font: "FandolFang R", size: 16pt, lang: "zh")
#set par(first-line-indent: (amount: 2em, all: true), leading: 13.4pt, spacing: 13.4pt, justify: true)
`;
  const escape = (line) => line.replace(/[\\#$*_@<>`\[\]=~]/g, "\\$&");
  return (round) => {
    const source = `${head}#align(center, text(size: 22pt)[${escape(text.title)}])\n\n${varied(text, round).map(escape).join("\n\n")}`;
    compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder] }] });
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

const makers = { typst, docxtemplater, docx };
const renderers = new Map();
let settings;

async function rendererOf(peer, text) {
  const key = `${peer}/${text}`;
  if (!renderers.has(key))
    renderers.set(key, await makers[peer](settings.texts[text], settings.fontFolder));
  return renderers.get(key);
}

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (!settings) {
    settings = message;
    continue;
  }
  const render = await rendererOf(message.peer, message.text);
  const before = process.cpuUsage();
  const started = performance.now();
  const file = await render(message.round);
  const milliseconds = performance.now() - started;
  const used = process.cpuUsage(before);
  const processor = (used.user + used.system) / 1000;
  console.log(JSON.stringify({ milliseconds, processor, bytes: file.length, memory: process.memoryUsage.rss() }));
}
