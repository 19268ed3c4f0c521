/* The page: draws the charts of the chosen result folder, JDK, compiler and max, and answers the panel. */
import { draw as drawChart, themes } from './charts.js';
import { init } from './echarts.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const choosers = { jdk: byId('choose-jdk'), tier: byId('choose-tier'), max: byId('choose-max') };
const contents = new Map();
const hidden = new Set();
let content = null;
let plots = [];
// A chart is drawn when it is less than a screen away: all at once would keep a phone busy for a second.
const nearing = new IntersectionObserver((entries) => entries
  .filter((entry) => entry.isIntersecting)
  .flatMap((entry) => plots.filter(({ node }) => node === entry.target))
  .forEach(drawPlot), { rootMargin: '100% 0px' });

globalThis.eratosthenes = {
  index(entries) {
    byId('choose-result').append(...entries.map((entry) => new Option(entry.label, entry.name)));
    if (entries.length === 0) {
      byId('left-out').append(element('p', 'No results yet. ', element('code', './mvnw -Pjmh'), ' makes some.'));
      return;
    }
    byId('choose-result').value = entries[entries.length - 1].name;
  },
  content(loaded) {
    contents.set(loaded.name, loaded);
    show(loaded);
  },
  /** What is drawn so far, for whoever wants to look into it from outside. */
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

function count(number) {
  return number.toLocaleString('en-US');
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
  choosers.max.value = content.maxima[0];
  showStrategies();
  showFiles();
  byId('left-out').replaceChildren(...content.leftOut.map((chart) => element(
    'p', `${chart.title}: no data in this result folder. `, element('code', chart.command), ' makes it.')));
  draw();
  answer();
}

function fill(name, values, label = String) {
  choosers[name].replaceChildren(...values.map((value) => new Option(label(value), value)));
  choosers[name].disabled = values.length < 2;
}

function download(folder, file, text = file) {
  const link = element('a', text);
  link.href = `data/${encodeURIComponent(folder)}/${file}`;
  link.download = `${folder}-${file}`;
  return link;
}

function showFiles() {
  const links = content.files.flatMap((path) => {
    const [folder, file] = path.split('/');
    return [download(folder, file, folder === content.name ? file : path), ' '];
  });
  byId('files').replaceChildren(`Data of ${content.name}: `, ...links,
    ' · Drawn with Apache ECharts (Apache-2.0).');
}

function style(strategy) {
  for (const chart of content.charts) {
    const series = chart.option.series.find((candidate) => candidate.name === strategy && candidate.symbol !== 'none');
    if (series) return { color: series.itemStyle.color, dash: series.lineStyle && series.lineStyle.type === 'dashed' };
  }
  return { color: '@0', dash: false };
}

function swatch(strategy) {
  const { color, dash } = style(strategy);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 26 12');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', 'M1 6H25');
  line.setAttribute('stroke', themes[theme()].palette[color.slice(1)]);
  line.setAttribute('stroke-width', '3');
  if (dash) line.setAttribute('stroke-dasharray', '6 4');
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

/** Of each kind the first chart that fits the choice, in the folder's order. */
function chosenCharts() {
  const wanted = Object.fromEntries(Object.entries(choosers).map(([name, chooser]) => [name, chooser.value]));
  const fits = (chart) => Object.entries(chart.choice).every(
    ([name, value]) => value === wanted[name] || chart.id === 'cost');
  const kinds = [...new Set(content.charts.map((chart) => chart.id))];
  return kinds.map((kind) => content.charts.find((chart) => chart.id === kind && fits(chart)) || kind);
}

function draw() {
  nearing.disconnect();
  plots.forEach(({ drawing }) => drawing && drawing.dispose());
  const articles = chosenCharts().map((chart) => (typeof chart === 'string' ? absent(chart) : article(chart)));
  byId('charts').replaceChildren(...articles.map(({ whole }) => whole));
  plots = articles.filter(({ chart }) => chart);
  plots.forEach(({ node }) => nearing.observe(node));
}

function drawPlot(plot) {
  nearing.unobserve(plot.node);
  if (!plot.drawing) {
    plot.drawing = init(plot.node, null, { renderer: 'svg' });
    redraw(plot);
  }
}

function redraw({ chart, drawing, node }) {
  const selected = Object.fromEntries([...hidden].map((strategy) => [strategy, false]));
  drawing.resize();
  drawChart(drawing, chart, theme(), { width: node.clientWidth, picture: false }, selected);
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
  const caption = element('p', `${content.machine} · ${chart.date} · `, download(chart.folder, chart.source));
  caption.className = 'caption';
  const whole = element('article', title, element('p', chart.reading), plot, circumstances, caption, table(chart));
  whole.setAttribute('aria-labelledby', title.id);
  return { whole, chart, node: plot, drawing: null };
}

function table(chart) {
  const { columns, rows } = chart.table;
  const head = element('tr', ...columns.map((column) => {
    const cell = element('th', column || 'row');
    cell.scope = 'col';
    return cell;
  }));
  const body = rows.map((row) => element('tr', ...row.map((text) => element('td', text))));
  const scroll = element('div', element('table', element('thead', head), element('tbody', ...body)));
  scroll.className = 'scroll';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', `Table: ${chart.title}`);
  return element('details', element('summary', 'The figures as a table'), scroll);
}

/** Whether a strategy fits, by the cell of the smallest measured max that is not below the wanted one. */
function judge(strategy, wanted) {
  const measured = content.cells
    .filter((cell) => cell.strategy === strategy && cell.jdk === choosers.jdk.value
      && cell.tier === choosers.tier.value && cell.max >= wanted.max)
    .sort((one, other) => one.max - other.max)[0];
  if (!measured) return { strategy, unknown: true };
  const edge = content.edges
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
  if (!content || content.cells.length === 0) {
    place.replaceChildren(element('p', 'This result folder has no measured times.'));
    return;
  }
  if (!(wanted.max >= 2) || !(wanted.megabytes > 0) || !(wanted.millis > 0)) {
    place.replaceChildren(element('p', 'Enter a max of 2 or more, and memory and time above 0.'));
    return;
  }
  const judged = [...new Set(content.cells.map((cell) => cell.strategy))].map((strategy) => judge(strategy, wanted));
  const fitting = judged.filter((one) => !one.unknown && one.fitsMemory && one.fitsTime)
    .sort((one, other) => one.measured.millis - other.measured.millis);
  const rest = judged.filter((one) => !fitting.includes(one));
  const lines = [];
  if (fitting.length === 0) {
    lines.push(element('p', element('strong', 'None of the measured sieves fits.')));
  } else {
    lines.push(element('p', element('strong', fitting[0].strategy), ` fits best: ${describe(fitting[0])}.`));
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
    + 'each at the smallest measured max that is not below yours, its time by the upper end of the interval.');
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
      ? `memory breaks above ${count(one.edge.passing)} at ${one.edge.megabytes} MB`
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
  plots.filter(({ drawing }) => drawing).forEach(({ drawing }) => drawing.dispatchAction(
    { type: checked ? 'legendSelect' : 'legendUnSelect', name: value }));
});
byId('panel').addEventListener('input', answer);
byId('panel').addEventListener('submit', (event) => event.preventDefault());
dark.addEventListener('change', () => { if (content) { showStrategies(); redrawAll(); } });
addEventListener('beforeprint', () => plots.forEach(drawPlot));
let resizing = 0;
addEventListener('resize', () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(redrawAll);
});
