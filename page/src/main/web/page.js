/* The page: draws the charts of the chosen result folder, JDK, compiler and max, answers the panel, and hands out the data. */
(() => {
'use strict';

const { draw: drawChart, themes, NARROW } = eratosthenesCharts;
const dark = matchMedia('(prefers-color-scheme: dark)');
const choosers = { jdk: byId('choose-jdk'), tier: byId('choose-tier'), max: byId('choose-max') };
const contents = new Map();
const hidden = new Set();
/** The performance mark of the moment when the last chart is drawn. */
const DRAWN = 'drawn';
/** How long drawing may keep the browser from answering. */
const TURN_MILLIS = 50;
let content = null;
let plots = [];

globalThis.eratosthenes = {
  /** Takes the list of result folders; the last one is shown first. */
  index(entries) {
    byId('choose-result').append(...entries.map((entry) => new Option(entry.label, entry.name)));
    byId('result-label').hidden = entries.length < 2;
    if (entries.length === 0) {
      byId('left-out').append(element('p', 'No results yet. To make some, run ', element('code', './mvnw -Pjmh'), '.'));
      return;
    }
    byId('choose-result').value = entries[entries.length - 1].name;
  },
  /** Takes a result folder and shows it. */
  content(loaded) {
    contents.set(loaded.name, loaded);
    show(loaded);
  },
  /** Takes a result folder as compressed JSON in base 64, and shows it. */
  async packed(text) {
    globalThis.eratosthenes.content(await unpacked(text).json());
  },
  /** Returns the charts that are drawn so far, for tests and other scripts. */
  drawings: () => plots.filter(({ drawing }) => drawing),
};

function byId(id) {
  return document.getElementById(id);
}

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/** A whole number with its thousands apart; toLocaleString would load the data of all languages first. */
function count(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function script(source) {
  const made = element('script');
  made.src = source;
  document.head.append(made);
}

function load(name) {
  byId('choose-result').value = name;
  if (contents.has(name)) show(contents.get(name));
  else script(`data/${encodeURIComponent(name)}.js`);
}

function show(loaded) {
  content = loaded;
  hidden.clear();
  fill('jdk', [...new Set(content.views.map((view) => view.jdk))]);
  fill('tier', [...new Set(content.views.map((view) => view.tier))]);
  fill('max', [...content.maxima].sort((one, other) => other - one), count);
  if (content.maxima.length > 0) choosers.max.value = content.maxima[0];
  byId('answer').replaceChildren(...content.answer.map((sentence) => element('p', sentence)));
  byId('notices').replaceChildren(...content.notices.map((notice) => classed('p', 'notice', notice)));
  byId('panel-section').hidden = content.choices.cells.length === 0;
  const farthest = Math.max(...content.maxima);
  if (farthest > 0 && farthest < Number(byId('panel-max').value)) byId('panel-max').value = farthest;
  byId('whole-table').hidden = content.table === null;
  showStrategies();
  showFacts();
  showFiles();
  showLeftOut();
  answer();
  draw(showTable);
}

function fill(name, values, label = String) {
  choosers[name].replaceChildren(...values.map((value) => new Option(label(value), value)));
  choosers[name].disabled = values.length < 2;
  choosers[name].parentElement.hidden = values.length === 0;
}

function classed(name, className, ...children) {
  const made = element(name, ...children);
  made.className = className;
  return made;
}

/** A link to a data file, or a button that takes the file out of this page. */
function download(file, text) {
  if (file.href !== null) {
    const link = element('a', text);
    link.href = file.href;
    link.download = `${file.folder.replaceAll('/', '-')}-${file.name}`;
    return link;
  }
  const button = classed('button', 'file', text);
  button.type = 'button';
  button.addEventListener('click', () => unpack(file));
  return button;
}

/** Unpacks compressed data in base 64, and returns them as a response. */
function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}

async function unpack(file) {
  const link = element('a');
  const { textContent } = byId(`file-${content.files.indexOf(file)}`);
  link.href = URL.createObjectURL(await unpacked(textContent).blob());
  link.download = `${file.folder.replaceAll('/', '-')}-${file.name}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function showFiles() {
  byId('files').replaceChildren(...content.files.map((file) => element(
    'li', download(file, file.folder === content.name ? file.name : `${file.folder}/${file.name}`))));
}

function showFacts() {
  byId('facts').replaceChildren(...content.facts.flatMap(({ folder, facts }) => [
    ...(content.facts.length > 1 ? [element('h3', folder)] : []),
    element('dl', ...facts.flatMap(({ name, value }) => [element('dt', name), element('dd', value)])),
  ]));
  byId('report').replaceChildren(...(content.report ? [element('details',
    element('summary', 'The report as it was printed'), scrolling('Report', element('pre', content.report)))] : []));
}

function showTable() {
  if (content.table) byId('table').replaceChildren(scrolling('Table: all figures', rows(content.table)));
}

function showLeftOut() {
  const all = content.leftOut.map((chart) => element('li', `${chart.title}: `, element('code', chart.command)));
  byId('left-out').replaceChildren(...(all.length === 0 ? [] : [element('details',
    element('summary', `${all.length} ${all.length === 1 ? 'chart has' : 'charts have'} no data here`),
    element('p', 'These commands measure the data:'), element('ul', ...all))]));
}

/** Returns the look of a strategy's lines and marks; null if no chart draws it in its own colour. */
function style(strategy) {
  for (const chart of content.charts) {
    const series = chart.option.series.find((candidate) => candidate.name === strategy
      && candidate.itemStyle && /^@\d/.test(candidate.itemStyle.color));
    if (series) return { color: series.itemStyle.color, dash: series.lineStyle && series.lineStyle.type === 'dashed' };
  }
  return null;
}

function swatch(strategy) {
  const look = style(strategy);
  if (!look) return '';
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 26 12');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M1 6H25');
  line.setAttribute('stroke', themes[theme()].palette[look.color.slice(1)]);
  line.setAttribute('stroke-width', '3');
  if (look.dash) line.setAttribute('stroke-dasharray', '6 4');
  svg.append(line);
  return svg;
}

function showStrategies() {
  const boxes = content.strategies.map((strategy) => {
    const box = element('input');
    box.type = 'checkbox';
    box.value = strategy;
    box.checked = !hidden.has(strategy);
    return element('label', box, swatch(strategy), strategy);
  });
  byId('strategies').replaceChildren(element('legend', 'Strategies'), ...boxes);
}

function theme() {
  return dark.matches ? 'dark' : 'light';
}

/** Returns the names of a chart's lines as a list, for a screen too narrow to have them beside the chart. */
function key(chart) {
  const named = chart.option.series.filter((series) => series.named).map((series) => series.name);
  return classed('ul', 'key', ...named.map((name) => element('li', swatch(name), name)));
}

/** Returns the first chart of each kind that fits the choice, in the folder's order. */
function chosenCharts() {
  const wanted = Object.fromEntries(Object.entries(choosers).map(([name, chooser]) => [name, chooser.value]));
  const fits = (chart) => Object.entries(chart.choice).every(
    ([name, value]) => value === wanted[name] || chart.id === 'cost');
  const kinds = [...new Set(content.charts.map((chart) => chart.id))];
  return kinds.map((kind) => content.charts.find((chart) => chart.id === kind && fits(chart)) || kind);
}

/** Draws the chosen charts, then does what can wait for them. */
function draw(after = () => {}) {
  performance.clearMarks(DRAWN);
  plots.forEach(({ drawing }) => drawing && drawing.dispose());
  const articles = chosenCharts().map((chart) => (typeof chart === 'string' ? absent(chart) : article(chart)));
  byId('charts').replaceChildren(...articles.map(({ whole }) => whole));
  plots = articles.filter(({ chart }) => chart);
  if (plots.length > 0) {
    const width = plots[0].node.clientWidth;
    plots.forEach((plot) => narrow(plot, width));
  }
  drawInTurns(plots, 0, after);
}

/** Draws one chart at least, and more until the time is over; the rest in later turns, so that the browser shows what is drawn. */
function drawInTurns(wanted, millis, after) {
  if (wanted !== plots) return;
  const end = performance.now() + millis;
  const left = wanted.filter(({ drawing }) => !drawing);
  do {
    if (left.length === 0) {
      after();
      return;
    }
    drawPlot(left.shift());
  } while (performance.now() < end);
  setTimeout(() => drawInTurns(wanted, TURN_MILLIS, after));
}

function drawPlot(plot) {
  if (plot.drawing) return;
  const height = parseInt(plot.node.style.height, 10);
  plot.drawing = echarts.init(plot.node, null, { renderer: 'svg', width: plot.width, height });
  plot.drawing.on('finished', () => {
    plot.finished = true;
    if (plots.every(({ finished }) => finished) && performance.getEntriesByName(DRAWN).length === 0) performance.mark(DRAWN);
  });
  put(plot);
}

function narrow(plot, width) {
  plot.width = width;
  plot.whole.classList.toggle('narrow', width < NARROW);
}

function put({ chart, drawing, width }) {
  const selected = Object.fromEntries([...hidden].map((strategy) => [strategy, false]));
  drawChart(drawing, chart, theme(), { width, picture: false }, selected);
}

function redraw(plot) {
  narrow(plot, plot.node.clientWidth);
  plot.drawing.resize({ width: plot.width });
  put(plot);
}

function redrawAll() {
  plots.filter(({ drawing }) => drawing).forEach(redraw);
}

function absent(kind) {
  const title = content.charts.find((chart) => chart.id === kind).title;
  return { whole: element('p', `${title}: not measured for this choice.`) };
}

function article(chart) {
  const title = element('h2', chart.title);
  title.id = `title-${chart.id}`;
  const plot = element('div');
  plot.className = 'plot';
  plot.id = `plot-${chart.id}`;
  plot.style.height = `${chart.height - 104}px`;
  plot.setAttribute('role', 'img');
  plot.setAttribute('aria-label', `Chart: ${chart.title}. ${chart.reading} The same figures are in the table below.`);
  const circumstances = element('p', chart.circumstances);
  circumstances.className = 'circumstances';
  const source = content.files.find((file) => file.folder === chart.folder && file.name === chart.source);
  const caption = classed('p', 'caption', `${content.machine} · ${chart.date} · `,
    source ? download(source, chart.source) : chart.source);
  const whole = element('article', title, element('p', chart.reading), plot, key(chart), circumstances, caption, table(chart));
  whole.setAttribute('aria-labelledby', title.id);
  return { whole, chart, node: plot, drawing: null };
}

/** Aligns numbers to the right, and lets long texts wrap. */
function rows({ columns, rows: texts }) {
  const numeric = columns.map((column, place) => texts.every((row) => /^[-\d$]/.test(row[place])));
  const long = columns.map((column, place) => texts.some((row) => row[place].length > 48));
  const cell = (name, text, place) => {
    const made = element(name, text);
    if (numeric[place]) made.classList.add('number');
    if (long[place]) made.classList.add('long');
    return made;
  };
  const head = element('tr', ...columns.map((column, place) => {
    const made = cell('th', column || 'row', place);
    made.scope = 'col';
    return made;
  }));
  const body = texts.map((row) => element('tr', ...row.map((text, place) => cell('td', text, place))));
  return element('table', element('thead', head), element('tbody', ...body));
}

function scrolling(label, child) {
  const scroll = classed('div', 'scroll', child);
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', label);
  return scroll;
}

/** A table that is made when it is opened: all of them would keep the charts waiting. */
function table(chart) {
  const details = element('details', element('summary', 'The figures as a table'));
  details.addEventListener('toggle', () => details.append(scrolling(`Table: ${chart.title}`, rows(chart.table))), { once: true });
  return details;
}

/** Judges whether a strategy fits, by the cell of the smallest measured max that is not below the wanted one. */
function judge(strategy, wanted) {
  const measured = content.choices.cells
    .filter((cell) => cell.strategy === strategy && cell.jdk === choosers.jdk.value
      && cell.tier === choosers.tier.value && cell.max >= wanted.max)
    .sort((one, other) => one.max - other.max)[0];
  if (!measured) return { strategy, unknown: true };
  const edge = content.choices.edges
    .filter((candidate) => candidate.strategy === strategy && candidate.megabytes <= wanted.megabytes)
    .sort((one, other) => other.megabytes - one.megabytes)[0];
  const millis = measured.highMillis === null ? measured.millis : Math.max(measured.highMillis, measured.millis);
  const fitsMemory = edge ? edge.passing >= wanted.max : (measured.bytes || 0) <= wanted.megabytes * 1024 * 1024;
  return { strategy, measured, edge, millis, fitsMemory, fitsTime: millis <= wanted.millis };
}

function answer() {
  const place = byId('panel-answer');
  const wanted = {
    max: Number(byId('panel-max').value),
    megabytes: Number(byId('panel-memory').value),
    millis: Number(byId('panel-time').value),
  };
  if (!content || content.choices.cells.length === 0) {
    place.replaceChildren(element('p', 'This result folder has no measured times.'));
    return;
  }
  if (!(wanted.max >= 2) || !(wanted.megabytes > 0) || !(wanted.millis > 0)) {
    place.replaceChildren(element('p', 'Enter a max of 2 or more, and memory and time above 0.'));
    return;
  }
  const judged = [...new Set(content.choices.cells.map((cell) => cell.strategy))].map((strategy) => judge(strategy, wanted));
  const fitting = judged.filter((one) => !one.unknown && one.fitsMemory && one.fitsTime)
    .sort((one, other) => one.measured.millis - other.measured.millis);
  const rest = judged.filter((one) => !fitting.includes(one));
  const lines = [];
  if (fitting.length === 0) {
    lines.push(element('p', element('strong', 'None of the measured sieves fits.')));
  } else {
    const best = fitting[0];
    const asFast = fitting.slice(1).filter((one) => one.measured.max === best.measured.max
      && !best.measured.slower.includes(one.strategy)).map((one) => one.strategy);
    lines.push(element('p', element('strong', best.strategy), ` takes the least time of those that fit: ${describe(best)}.`,
      asFast.length === 0 ? '' : ` Not proven slower: ${asFast.join(', ')}.`));
    if (fitting.length > 1) {
      const list = element('ol', ...fitting.slice(1).map((one) => element('li', `${one.strategy}: ${describe(one)}`)));
      list.start = 2;
      lines.push(element('details', element('summary', `${fitting.length - 1} more fit`), list));
    }
  }
  if (rest.length > 0) {
    const list = element('ul', ...rest.map((one) => element('li', `${one.strategy}: ${reason(one, wanted)}`)));
    lines.push(element('details', element('summary', `${rest.length} left out`), list));
  }
  const note = element('p', `Measured on JDK ${choosers.jdk.value}, ${choosers.tier.value}, on ${content.machine}; `
    + 'each sieve is judged at the smallest measured max that is not below yours, by the upper end of its time\'s interval.');
  note.className = 'caption';
  place.replaceChildren(...lines, note);
}

function millisText(value) {
  return `${Number(value.toPrecision(4))} ms`;
}

function memoryText(bytes) {
  return bytes === null ? 'no allocation recorded' : `${Number((bytes / 1024 / 1024).toPrecision(3))} MB allocated`;
}

function describe(one) {
  const memory = one.edge
    ? `memory up to ${count(one.edge.passing)} at ${one.edge.megabytes} MB`
    : memoryText(one.measured.bytes);
  return `${millisText(one.measured.millis)} and ${memory} for max ${count(one.measured.max)}`;
}

function reason(one, wanted) {
  if (one.unknown) return `not measured at ${count(wanted.max)} or above`;
  const reasons = [];
  if (!one.fitsTime) reasons.push(`takes up to ${millisText(one.millis)}`);
  if (!one.fitsMemory) {
    reasons.push(one.edge
      ? `runs out of memory above ${count(one.edge.passing)} at ${one.edge.megabytes} MB`
      : memoryText(one.measured.bytes));
  }
  return `${reasons.join(' and ')} for max ${count(one.measured.max)}`;
}

byId('choose-result').addEventListener('change', (event) => load(event.target.value));
Object.values(choosers).forEach((chooser) => chooser.addEventListener('change', () => { draw(); answer(); }));
byId('strategies').addEventListener('change', (event) => {
  const { value, checked } = event.target;
  if (checked) hidden.delete(value);
  else hidden.add(value);
  redrawAll();
});
byId('panel').addEventListener('input', answer);
byId('panel').addEventListener('submit', (event) => event.preventDefault());
dark.addEventListener('change', () => { if (content) { showStrategies(); draw(showTable); } });
addEventListener('beforeprint', () => {
  plots.forEach(drawPlot);
  if (content) showTable();
});
let resizing = 0;
addEventListener('resize', () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(redrawAll);
});
})();
