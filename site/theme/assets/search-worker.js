// Search as people speak: by a word's stem, by other names, past one slip, and in an order that is
// the same for every question. The theme's page asks, and shows what comes back. Stems, words that
// tell nothing and the pattern of a slip are lunr's; its own index takes six times as long to make.
"use strict";

// In a frame, which stands in for a worker in pages of a folder, loading takes time.
const here = self.document ? self.document.currentScript.src : self.location.href;
const loaded = importScripts(new URL("lunr.js", here).href);

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;  // the theme's messages
const FIELDS = {title: 6, also: 4, text: 1, of: 0.5};  // how much a word counts in each
const BEGUN = 0.5, BEGUN_BESIDE = 0.05;  // what a word counts that only begins with what was typed
const PHRASE = 4;  // how much more a title counts that holds all that was typed, in its order
const TEASER = 200;  // letters
const SHOWN = 50;  // results
const ASIDE = new Set(["differently", "find", "found", "good", "last", "latest", "look", "looks"]);  // words of a question
const IRREGULAR = {children: "child", men: "man", women: "woman", people: "person"};

// Figures keep their sign: 82% and £20 are words. "82 per cent" is 82%.
const WORD = /£?\d+(?:[.,]\d+)*(?:\s?%|\sper\s?cent\b|(?![\p{L}\p{N}]))|[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;

let search = () => ({items: []});

addEventListener("message", async ({data: {type, data}}) => {
  await loaded;
  if (type === SETUP) {
    search = searchOf(data.docs);
    postMessage({type: READY});
  } else if (type === QUERY) {
    postMessage({type: RESULT, data: search(data)});
  }
});

const known = new Map();  // what is written, as a word and its stem: most of it comes again

function termOf(found) {
  let term = known.get(found);
  if (!term) {
    const word = found.toLowerCase().replace(/\s?(?:%|per\s?cent)$/, "%").replace(/['’]s$/, "").replace(/['’]/g, "");
    term = {word, stem: /\d/.test(word) ? word : lunr.stemmer(new lunr.Token(IRREGULAR[word] ?? word)).toString()};
    known.set(found, term);
  }
  return term;
}

function wordsOf(text) {
  return Array.from(text.matchAll(WORD), ({0: found, index}) => ({
    ...termOf(found), start: index, end: index + found.length,
  }));
}

const stemOf = (word) => termOf(word).stem;
const stemsOf = (text) => wordsOf(text).map(({stem}) => stem);

// Text of the index is HTML: of the pages written by hand with tags, of others escaped.
const ENTITIES = {amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'"};
const plain = (html) => html.replace(/<[^>]*>/g, " ").replace(/&(#?\w+);/g, (all, name) => ENTITIES[name] ?? all);
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[sign]);

// In which places each stem stands, how often in each field; and how often each word is written.
function indexOf(places) {
  const held = new Map(), written = new Map();
  const fields = Object.keys(FIELDS);
  places.forEach((place, number) => fields.forEach((field, column) => {
    for (const [found] of place[field].matchAll(WORD)) {
      const {word, stem} = termOf(found);
      written.set(word, (written.get(word) ?? 0) + 1);
      let of = held.get(stem);
      if (!of) held.set(stem, of = new Map());
      let counts = of.get(number);
      if (!counts) of.set(number, counts = [0, 0, 0, 0]);
      counts[column] += 1;
    }
  }));
  return {held, written};
}

function searchOf(docs) {
  const places = docs.map((doc) => ({
    // What is usual is not sent.
    rank: 0, boost: 1, ...doc, title: plain(doc.title), text: plain(doc.text), also: plain(doc.also ?? ""),
    of: plain(doc.of ? `${doc.kind} · ${doc.of}` : doc.kind),
  }));
  const {held, written} = indexOf(places);
  const often = (one, other) => written.get(other) - written.get(one);
  let slips;

  // What stands for a word that was typed: its stem and what begins with it, or what it is a slip for.
  function meant(word) {
    const stem = stemOf(word);
    const longer = word.length > 1 ? Array.from(written.keys()).filter((one) => one.startsWith(word)) : [];
    const begun = Array.from(new Set(longer.map(stemOf))).filter((one) => one !== stem);
    if (held.has(stem) || begun.length) return {word, stem, begun, longer};
    slips ??= lunr.TokenSet.fromArray(Array.from(written.keys()).sort());
    const near = word.length > 3 ? slips.intersect(lunr.TokenSet.fromFuzzyString(word, 1)).toArray() : [];
    const [instead] = near.sort(often);
    return instead ? {word: instead, stem: stemOf(instead), begun: [], longer: [], instead} : {word, stem, begun, longer};
  }

  // How much a stem says of each place that holds it: the more, the fewer there are.
  function* strengths(stem) {
    const of = held.get(stem) ?? new Map();
    const rarity = Math.log(1 + places.length / (1 + of.size));
    for (const [number, counts] of of) {
      const strength = Object.values(FIELDS).reduce((sum, weight, column) => sum + weight * counts[column] / (counts[column] + 1), 0);
      yield [number, rarity * strength];
    }
  }

  return function find(query) {
    const typed = Array.from(new Set(wordsOf(query).map(({word}) => word)));
    const telling = typed.filter((word) => lunr.stopWordFilter(word) && !ASIDE.has(word));
    const all = (telling.length ? telling : typed).map(meant);
    const found = new Map();
    for (const {stem, begun} of all) {
      const best = new Map();
      const add = (one, share) => {
        for (const [number, strength] of strengths(one)) best.set(number, Math.max(best.get(number) ?? 0, share * strength));
      };
      add(stem, 1);
      begun.forEach((one) => add(one, held.has(stem) ? BEGUN_BESIDE : BEGUN));
      for (const [number, strength] of best) {
        const {words, score} = found.get(number) ?? {words: 0, score: 0};
        found.set(number, {words: words + 1, score: score + strength});
      }
    }
    const most = Math.max(...Array.from(found.values(), ({words}) => words));
    const phrase = typed.length > 1 ? ` ${stemsOf(query).join(" ")} ` : null;
    const says = (text) => ` ${stemsOf(text).join(" ")} `.includes(phrase);
    const results = Array.from(found)
      .filter(([, {words}]) => words === most)
      .map(([number, {score}]) => {
        const place = places[number];
        const isPhrase = phrase && (says(place.title) || place.also.split("; ").some(says));
        return {number, rank: place.rank, score: score * place.boost * (isPhrase ? PHRASE : 1)};
      })
      .sort((a, b) => a.rank - b.rank || b.score - a.score || a.number - b.number)
      .map(({number}) => places[number]);
    const asked = new Set(all.flatMap(({stem, begun}) => [stem, ...begun]));
    const isAsked = ({stem}) => asked.has(stem);
    const shown = results.length || !all.length ? results.slice(0, SHOWN) : places.filter(({kind}) => kind === "List");
    const said = saidOf(results.length, all);
    const [suggested] = all.length ? [...all[all.length - 1].longer].sort(often) : [];
    return {
      items: shown.map((place, number) => [item(place, number, isAsked, number ? "" : said)]),
      suggest: suggested ? [suggested] : [],
    };
  };
}

// What stands above the results, where it is not their number alone.
function saidOf(number, all) {
  if (!number) return "Nothing found. Try another word for it, or go on from here:";
  const slips = all.flatMap(({instead}) => instead ?? []);
  const found = number > SHOWN ? `${number} matching documents, the best ${SHOWN} here` : `${number} matching document${number > 1 ? "s" : ""}`;
  if (slips.length) return `${found}, for “${slips.join(", ")}”`;
  return number > SHOWN ? found : "";
}

// A result as the theme shows it: each place for itself, with all that is told of it in its title.
function item(place, number, isAsked, said) {
  const told = said && `<span class="found-said" hidden>${escaped(said)}</span>`;
  const of = `<span class="found-of">${escaped(place.of)}</span>`;
  const words = wordsOf(`${place.title} ${place.text}`).filter(isAsked).map(({word}) => word);
  return {
    location: place.location,
    title: marked(place.title, isAsked) + told + of + teaser(place.text, isAsked),
    text: "",
    score: 1 / (1 + number),
    terms: Object.fromEntries(Array.from(new Set(words), (word) => [word, true])),
  };
}

function marked(text, isAsked) {
  let html = "", upto = 0;
  for (const {stem, start, end} of wordsOf(text)) {
    if (!isAsked({stem})) continue;
    html += `${escaped(text.slice(upto, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
    upto = end;
  }
  return html + escaped(text.slice(upto));
}

// The text from a little before the first word that was asked for.
function teaser(text, isAsked) {
  const words = wordsOf(text);
  const first = words.findIndex(isAsked);
  const from = first > 8 ? words[first - 8].start : 0;
  const whole = text.slice(from).replace(/\s+/g, " ").trim();
  if (!whole) return "";
  const cut = whole.length > TEASER ? `${whole.slice(0, TEASER).replace(/\s\S*$/, "")} …` : whole;
  return `<span class="found-text">${from ? "… " : ""}${marked(cut, isAsked)}</span>`;
}
