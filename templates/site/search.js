// Searches the site's own index. Its files are scripts that hand their data over, so that it works from a folder too.
"use strict";

const root = document.currentScript.src.replace(/assets\/[^/]*$/, "");
const SHOWN = 50; // results; whoever sees more than that asks more precisely
const COMPLETIONS = 200; // words that the last one, still being typed, may become
const IN_TITLE = 4; // what a word in the title counts, against one in the text

const parts = new Map(); // file → promise of its data
const waiting = new Map(); // file → what resolves it

function take(name, key, data) {
  const file = name === "index" ? "index" : `${name}-${key}`;
  waiting.get(file)?.(name === "index" ? {together: key, ...data} : data);
}
globalThis.briefSearch = {
  index: (key, data) => take("index", key, data),
  documents: (key, data) => take("documents", key, data),
  words: (key, data) => take("words", key, data),
};

function load(file) {
  if (!parts.has(file)) {
    parts.set(file, new Promise((resolve, reject) => {
      waiting.set(file, resolve);
      const script = document.createElement("script");
      script.src = `${root}search/${file}.js`;
      script.onerror = () => reject(new Error(`${file} is missing`));
      document.head.append(script);
    }));
  }
  return parts.get(file);
}

// The same rule as in briefing/site/index.py.
function folded(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const found = [];
  let word = "";
  for (const letter of plain) {
    if (/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(letter)) {
      if (word) found.push(word);
      found.push(letter);
      word = "";
    } else if (/[\p{L}\p{N}]/u.test(letter)) {
      word += letter;
    } else {
      if (word) found.push(word);
      word = "";
    }
  }
  if (word) found.push(word);
  return found.map(each => [...each].slice(0, 40).join(""));
}

function keyOf(word) {
  const first = [...word].slice(0, 2).join("");
  return /^[\x00-\x7f]+$/.test(first) ? first : `u${word.codePointAt(0).toString(16)}`;
}

// Document → what a word counts there; of the last word all that begin with it.
async function standing(word, begins, index) {
  const key = keyOf(word);
  if (!index.words.includes(key)) return new Map();
  const words = await load(`words-${key}`);
  const meant = Object.hasOwn(words, word) ? [word] : [];
  if (begins) meant.push(...Object.keys(words).filter(each => each !== word && each.startsWith(word)).slice(0, COMPLETIONS));
  const found = new Map();
  for (const each of meant) {
    const rare = Math.log(1 + index.documents / words[each].length) * (each === word ? 1 : 0.6);
    for (const number of words[each]) {
      const worth = rare * (number % 2 ? IN_TITLE : 1);
      found.set(number >> 1, Math.max(found.get(number >> 1) ?? 0, worth));
    }
  }
  return found;
}

async function find(query) {
  const index = await load("index");
  const phrases = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(found => folded(found[1]).join(" "));
  const common = new Set(index.common);
  const all = folded(query);
  const words = all.filter(word => !common.has(word));
  if (!words.length) return {words: all, found: [], all: 0};
  const last = all[all.length - 1];
  let scores = null;
  for (const word of new Set(words)) {
    const here = await standing(word, word === last && word.length > 1, index);
    scores = scores === null ? here : new Map([...scores].filter(([n]) => here.has(n)).map(([n, s]) => [n, s + here.get(n)]));
  }
  let ranked = [...scores].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([number]) => number);
  if (phrases.length) ranked = await holding(ranked.slice(0, 10 * SHOWN), phrases, index);
  const shown = [];
  for (const number of ranked.slice(0, SHOWN)) shown.push(await document_(number, index));
  return {words, found: shown, all: ranked.length};
}

async function document_(number, index) {
  const rows = await load(`documents-${Math.floor(number / index.together)}`);
  return rows[number % index.together];
}

// Those in whose title or shown words a phrase stands.
async function holding(numbers, phrases, index) {
  const found = [];
  for (const number of numbers) {
    const [, title, , , text] = await document_(number, index);
    const here = ` ${folded(title).join(" ")} | ${folded(text).join(" ")} `;
    if (phrases.every(phrase => here.includes(` ${phrase} `))) found.push(number);
  }
  return found;
}

// The text with the words that were looked for marked, as nodes: nothing in it is ever read as HTML.
function marked(text, words) {
  const nodes = [];
  for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    const hit = piece && folded(piece).some(each => words.some(word => each.startsWith(word)));
    if (hit) {
      const mark = document.createElement("mark");
      mark.textContent = piece;
      nodes.push(mark);
    } else if (piece) nodes.push(piece);
  }
  return nodes;
}

const input = document.getElementById("q");
const list = document.getElementById("hits");
const count = document.getElementById("count");
document.getElementById("scriptless").hidden = true;
let asked = 0;

async function answer() {
  const query = input.value.trim();
  const mine = ++asked;
  if (!query) {
    list.replaceChildren();
    count.textContent = "";
    return;
  }
  try {
    const {words, found, all} = await find(query);
    if (mine !== asked) return;
    list.replaceChildren(...found.map(([kind, title, path, day, text]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + path;
      link.append(...marked(title, words));
      const beside = document.createElement("span");
      beside.className = "beside";
      beside.textContent = day ? `${kind}, ${day}` : kind;
      item.append(link, " ", beside);
      if (text) {
        const words_ = document.createElement("p");
        words_.append(...marked(text, words));
        item.append(words_);
      }
      return item;
    }));
    count.textContent = all > found.length ? `${all} found, the first ${found.length} shown` : `${all} found`;
  } catch (error) {
    if (mine === asked) count.textContent = `The index cannot be read: ${error.message}`;
  }
}

const given = new URLSearchParams(location.search).get("q");
if (given) input.value = given;
input.addEventListener("input", answer);
input.form.addEventListener("submit", event => {
  event.preventDefault();
  history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
  answer();
});
answer();
