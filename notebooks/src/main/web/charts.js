/*
 * Turns a chart, as the Java library writes it, into the option that ECharts draws. The page and the SVG pictures share
 * it: option JSON cannot hold functions, and knows colours only by number, so both are put in here.
 */
// Every colour has at least 4.5:1 against its background, since labels are written in it.
const themes = {
  light: {
    background: '#ffffff', text: '#1f2328', muted: '#59636e', grid: '#e4e8ec', band: 'rgba(0, 96, 168, 0.10)',
    palette: ['#333333', '#0060a8', '#b84a00', '#00705a', '#9c3c92', '#7a5c00'],
  },
  dark: {
    background: '#0d1117', text: '#f0f6fc', muted: '#9198a1', grid: '#262c34', band: 'rgba(88, 180, 233, 0.16)',
    palette: ['#e6e6e6', '#58b4e9', '#ff9b5c', '#2bc49a', '#e58ac5', '#e6c34a'],
  },
};

const LABEL_HEIGHT = 14;

const trim = (value) => String(Number(value.toPrecision(3)));
const scaled = (value, units) => {
  const [size, unit] = units.find(([limit]) => value >= limit) || units[units.length - 1];
  return `${trim(value / size)} ${unit}`;
};

const functions = {
  millis: (value) => scaled(value, [[1000, 's'], [1, 'ms'], [1e-3, 'µs'], [1e-6, 'ns']]),
  bytes: (value) => scaled(value, [[1e9, 'GB'], [1e6, 'MB'], [1e3, 'kB'], [1, 'B']]),
  count: (value) => {
    const power = Math.log10(value);
    return Number.isInteger(power) && power >= 4 ? `10${superscript(power)}` : trim(value);
  },
  dollars: (value) => `$${trim(value)}`,
  plain: (value) => trim(value),
  doublings: (value) => (value < 1 ? `1/${Math.round(1 / value)}` : String(Math.round(value))),
  tip: (params) => (params.data && params.data.tip) || '',
  errorUpwards: (params, api) => {
    const area = params.coordSys;
    const x = api.coord([api.value(0), api.value(1)])[0];
    const y = (value) => (value > 0 ? api.coord([api.value(0), value])[1] : area.y + area.height);
    const [low, high] = [y(api.value(2)), y(api.value(3))];
    return bar(api, [[x, low, x, high], [x - 4, low, x + 4, low], [x - 4, high, x + 4, high]]);
  },
  errorSideways: (params, api) => {
    const y = api.coord([api.value(0), api.value(1)])[1];
    const x = (value) => (value > 0 ? api.coord([value, api.value(1)])[0] : params.coordSys.x);
    const [low, high] = [x(api.value(2)), x(api.value(3))];
    return bar(api, [[low, y, high, y], [low, y - 4, low, y + 4], [high, y - 4, high, y + 4]]);
  },
};

function superscript(number) {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
}

function bar(api, lines) {
  const style = { stroke: api.visual('color'), lineWidth: 1.5, fill: 'none' };
  return {
    type: 'group',
    children: lines.map(([x1, y1, x2, y2]) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style })),
  };
}

/** Copies the tree with functions in place of their names and colours in place of their numbers. */
function resolve(node, theme) {
  if (typeof node === 'string' && node.startsWith('@')) {
    const color = theme.palette[node.slice(1)] || theme[node.slice(1)];
    if (!color) throw new Error(`no colour ${node}`);
    return color;
  }
  if (Array.isArray(node)) return node.map((child) => resolve(child, theme));
  if (node === null || typeof node !== 'object') return node;
  if ('$' in node) {
    if (!functions[node.$]) throw new Error(`no function ${node.$}`);
    return functions[node.$];
  }
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, resolve(child, theme)]));
}

/** Room for axes and labels at a width. */
function layOut(option, layout) {
  const narrow = layout.width < 560;
  const rows = option.yAxis.type === 'category';
  const longest = rows ? Math.max(...option.yAxis.data.flatMap((label) => (narrow ? label.split(', ') : [label]))
    .map((line) => line.length)) : 0;
  const rowWidth = Math.min(longest * (narrow ? 6.5 : 7) + 20, narrow ? 118 : 230);
  const labelled = option.series.some((series) => series.endLabel) && !narrow;
  option.grid = {
    left: rows ? rowWidth : narrow ? 74 : 82,
    right: labelled ? 128 : 24,
    top: layout.picture ? 68 : 16,
    bottom: layout.picture ? 104 : 52,
    outerBoundsMode: 'none',
  };
  option.xAxis.nameGap = 32;
  if (rows) {
    // On a phone a label of two parts takes two lines, which a row has room for
    Object.assign(option.yAxis.axisLabel, narrow
      ? { fontSize: 11, lineHeight: 13, formatter: (label) => label.replace(', ', '\n') }
      : { fontSize: 12, width: rowWidth - 12, overflow: 'truncate' });
  } else {
    option.yAxis.nameGap = narrow ? 56 : 62;
    if (narrow) option.yAxis.nameTextStyle.fontSize = 11;
  }
  if (narrow) {
    option.xAxis.splitNumber = 4;
    option.xAxis.axisLabel.hideOverlap = true;
    option.xAxis.nameTextStyle.fontSize = 11;
    option.series.forEach((series) => { if (series.endLabel) series.endLabel.show = false; });
  }
  if (option.xAxis.type === 'value') option.xAxis.axisLabel.hideOverlap = true;
}

/**
 * The option of a chart.
 *
 * @param chart what the library wrote
 * @param themeName light or dark
 * @param layout width in pixels, and whether it is a picture, which bears its own title and caption
 */
function option(chart, themeName, layout) {
  const theme = themes[themeName];
  const result = resolve(chart.option, theme);
  result.textStyle = { fontFamily: 'system-ui, sans-serif' };
  result.tooltip.backgroundColor = theme.background;
  result.tooltip.borderColor = theme.muted;
  result.tooltip.textStyle = { color: theme.text };
  layOut(result, layout);
  if (layout.picture) {
    result.backgroundColor = theme.background;
    const small = { color: theme.muted, fontSize: 11, fontWeight: 'normal', lineHeight: 15 };
    result.title = [
      {
        text: chart.title, subtext: chart.reading, left: 12, top: 8, itemGap: 5,
        textStyle: { color: theme.text, fontSize: 16 }, subtextStyle: { color: theme.muted, fontSize: 12 },
      },
      { text: `${chart.caption}\n${chart.circumstances}`, left: 12, bottom: 6, textStyle: small },
    ];
  }
  return result;
}

/** Moves the labels at the ends of lines apart; ECharts itself leaves them where the lines end. */
function spreadLabels(drawing, option) {
  const ends = option.series.flatMap((series, index) => {
    const last = series.endLabel && series.data.length > 0 && series.data[series.data.length - 1].value;
    if (!last) return [];
    const [x, y] = drawing.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [last[0], last[1]]);
    return [{ index, x, y }];
  });
  const moves = option.series.map(() => ({}));
  for (const x of new Set(ends.map((end) => end.x))) {
    place(ends.filter((end) => end.x === x)).forEach(({ index, move }) => {
      moves[index] = { endLabel: { offset: [0, move] } };
    });
  }
  drawing.setOption({ series: moves });
}

/** Gives each label its line's height where there is room, and else spreads a crowd evenly around its middle. */
function place(ends) {
  const crowds = [];
  for (const end of ends.sort((one, other) => one.y - other.y)) {
    let crowd = { members: [end], middle: end.y };
    for (let above = crowds[crowds.length - 1]; above && touch(above, crowd); above = crowds[crowds.length - 1]) {
      crowds.pop();
      const members = [...above.members, ...crowd.members];
      crowd = { members, middle: members.reduce((sum, member) => sum + member.y, 0) / members.length };
    }
    crowds.push(crowd);
  }
  return crowds.flatMap(({ members, middle }) => members.map(({ index, y }, rank) => (
    { index, move: middle + (rank - (members.length - 1) / 2) * LABEL_HEIGHT - y })));
}

function touch(above, below) {
  return below.middle - above.middle < (above.members.length + below.members.length) / 2 * LABEL_HEIGHT;
}

/** Draws a chart with an ECharts instance. */
function draw(drawing, chart, themeName, layout, selected) {
  const made = option(chart, themeName, layout);
  made.legend.selected = selected || {};
  drawing.setOption(made, { notMerge: true });
  spreadLabels(drawing, made);
}

export { draw, themes };
