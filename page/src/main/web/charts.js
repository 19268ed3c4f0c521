/*
 * Turns a chart, as the Java library writes it, into the option that ECharts draws. The page and the SVG pictures share this
 * script, as eratosthenesCharts, so it runs in a browser and in a JavaScript engine without one. Option JSON cannot hold
 * functions, and has colours only by number or name, so this script puts both in. No loop declares a variable: Rhino keeps the first value.
 */
globalThis.eratosthenesCharts = (() => {
  'use strict';

  // Every colour except that of bars has a contrast of at least 4.5:1 to its background, because labels are written in it.
  const themes = {
    light: {
      background: '#ffffff', text: '#1f2328', muted: '#59636e', grid: '#e4e8ec', band: 'rgba(0, 96, 168, 0.10)',
      bar: '#b5cbe0', time: '#0060a8', memory: '#b84a00',
      palette: ['#333333', '#0060a8', '#b84a00', '#00705a', '#9c3c92', '#7a5c00'],
    },
    dark: {
      background: '#0d1117', text: '#f0f6fc', muted: '#9198a1', grid: '#262c34', band: 'rgba(88, 180, 233, 0.16)',
      bar: '#33506b', time: '#58b4e9', memory: '#ff9b5c',
      palette: ['#e6e6e6', '#58b4e9', '#ff9b5c', '#2bc49a', '#e58ac5', '#e6c34a'],
    },
  };

  const NARROW = 560;
  const NAME_HEIGHT = 14;
  const NAME_ROOM = 128;
  const FONT = 'system-ui, sans-serif';

  const trim = (value) => String(Number(value.toPrecision(3)));
  const scaled = (value, units) => {
    const unit = units.find((candidate) => value >= candidate[0]) || units[units.length - 1];
    return `${trim(value / unit[0])} ${unit[1]}`;
  };

  // ECharts takes a tooltip's text for HTML
  const escaped = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

  const functions = {
    millis: (value) => scaled(value, [[1000, 's'], [1, 'ms'], [1e-3, 'µs'], [1e-6, 'ns']]),
    bytes: (value) => scaled(value, [[1e9, 'GB'], [1e6, 'MB'], [1e3, 'kB'], [1, 'B']]),
    count: (value) => {
      const power = Math.round(Math.log(value) / Math.LN10);
      return power >= 4 && Math.pow(10, power) === value ? `10${superscript(power)}` : trim(value);
    },
    dollars: (value) => `$${trim(value)}`,
    plain: (value) => trim(value),
    doublings: (value) => (value < 1 ? `1/${Math.round(1 / value)}` : String(Math.round(value))),
    tip: (params) => escaped((params.data && params.data.tip) || ''),
    errorUpwards: (params, api) => {
      const area = params.coordSys;
      const x = api.coord([api.value(0), api.value(1)])[0];
      const y = (value) => (value > 0 ? api.coord([api.value(0), value])[1] : area.y + area.height);
      const low = y(api.value(2));
      const high = y(api.value(3));
      return lines(api, [[x, low, x, high], [x - 4, low, x + 4, low], [x - 4, high, x + 4, high]]);
    },
    errorSideways: (params, api) => {
      const y = api.coord([api.value(0), api.value(1)])[1];
      const x = (value) => (value > 0 ? api.coord([value, api.value(1)])[0] : params.coordSys.x);
      const low = x(api.value(2));
      const high = x(api.value(3));
      return lines(api, [[low, y, high, y], [low, y - 4, low, y + 4], [high, y - 4, high, y + 4]]);
    },
    bar: (params, api) => {
      const left = params.coordSys.x;
      const end = api.coord([api.value(0), api.value(1)]);
      const height = Math.max(5, Math.min(16, api.size([0, 1])[1] * 0.62));
      const shapes = [{
        type: 'rect',
        shape: { x: left, y: end[1] - height / 2, width: Math.max(0, end[0] - left), height },
        style: { fill: api.visual('color') },
      }];
      if (api.value(3) > api.value(0)) {
        const far = api.coord([api.value(3), api.value(1)])[0];
        shapes.push({
          type: 'line',
          shape: { x1: end[0], y1: end[1], x2: far, y2: end[1] },
          style: { stroke: api.visual('color'), lineWidth: 2, fill: 'none' },
        });
      }
      return { type: 'group', children: shapes };
    },
  };

  function superscript(number) {
    return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
  }

  function lines(api, all) {
    const style = { stroke: api.visual('color'), lineWidth: 1.5, fill: 'none' };
    return {
      type: 'group',
      children: all.map((line) => ({
        type: 'line', shape: { x1: line[0], y1: line[1], x2: line[2], y2: line[3] }, style,
      })),
    };
  }

  /** Copies the tree, and replaces the names of functions and the numbers and names of colours. */
  function resolve(node, theme) {
    if (typeof node === 'string' && node[0] === '@') {
      const name = node.slice(1);
      return /^\d+$/.test(name) ? theme.palette[Number(name)] : theme[name];
    }
    if (Array.isArray(node)) return node.map((child) => resolve(child, theme));
    if (node === null || typeof node !== 'object') return node;
    if ('$' in node) {
      if (!functions[node.$]) throw new Error(`no function ${node.$}`);
      return functions[node.$];
    }
    const copy = {};
    Object.keys(node).forEach((key) => { copy[key] = resolve(node[key], theme); });
    return copy;
  }

  const longest = (labels) => Math.max.apply(null, labels.map((label) => label.length).concat(0));

  /** Returns the room for axes, names and texts at a given width. */
  function layOut(option, layout) {
    const narrow = layout.width < NARROW;
    const axis = (id) => option.yAxis.find((candidate) => candidate.id === id);
    const main = option.yAxis[0];
    const rows = main.type === 'category';
    const named = option.series.some((series) => series.named) && !narrow;
    option.grid = {
      left: rows ? besideRows(option, narrow) : narrow ? 74 : 82,
      right: named ? NAME_ROOM : narrow ? 18 : 24,
      top: layout.picture ? 68 : 16,
      bottom: layout.picture ? 104 : 52,
    };
    const texts = axis('texts');
    if (texts && narrow) {
      option.yAxis = option.yAxis.filter((candidate) => candidate !== texts);
    } else if (texts) {
      texts.axisLabel = Object.assign(texts.axisLabel, { fontSize: 11, color: main.axisLabel.color, margin: 10 });
      texts.splitLine = { show: false };
      option.grid.right = longest(texts.data) * 6.1 + 20;
    }
    option.xAxis.nameGap = 32;
    if (!rows) {
      main.nameGap = narrow ? 56 : 62;
      if (narrow) main.nameTextStyle.fontSize = 11;
    }
    if (narrow) {
      option.xAxis.splitNumber = 4;
      option.xAxis.nameTextStyle.fontSize = 11;
    }
    if (option.xAxis.type !== 'category') option.xAxis.axisLabel.hideOverlap = true;
  }

  /** Sets the words to the left of the rows, and returns the room that they take. */
  function besideRows(option, narrow) {
    const main = option.yAxis[0];
    const groups = option.yAxis.find((candidate) => candidate.id === 'groups');
    const size = narrow ? 11 : 12;
    if (groups) {
      const inner = narrow ? 32 : 54;
      Object.assign(main.axisLabel, {
        fontSize: 10,
        margin: 4,
        formatter: narrow ? (label) => label.replace(' MB', '') : '{value}',
      });
      main.splitLine = { show: false };
      groups.axisLabel = Object.assign(groups.axisLabel, { fontSize: size, margin: inner });
      // Its lines are those between the groups, across the chart
      groups.splitLine.show = true;
      return inner + longest(groups.data) * size * 0.58 + 6;
    }
    const words = narrow ? main.data.join(', ').split(', ') : main.data;
    const room = Math.min(longest(words) * size * 0.58 + 20, narrow ? 118 : 230);
    // On a phone a label of two parts takes two lines, which a row has room for
    Object.assign(main.axisLabel, narrow
      ? { fontSize: size, lineHeight: 13, formatter: (label) => label.replace(', ', '\n') }
      : { fontSize: size, width: room - 12, overflow: 'truncate' });
    return room;
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
    result.textStyle = { fontFamily: FONT };
    result.tooltip.backgroundColor = theme.background;
    result.tooltip.borderColor = theme.muted;
    result.tooltip.textStyle = { color: theme.text };
    // A long text wraps on a phone
    result.tooltip.extraCssText = 'max-width: min(32rem, 90vw); white-space: normal;';
    layOut(result, layout);
    if (layout.picture) {
      result.backgroundColor = theme.background;
      const small = { color: theme.muted, fontSize: 11, fontWeight: 'normal', lineHeight: 15 };
      result.title = [
        {
          text: chart.title, subtext: chart.reading, left: 12, top: 8, itemGap: 5, borderColor: 'transparent',
          textStyle: { color: theme.text, fontSize: 16 }, subtextStyle: { color: theme.muted, fontSize: 12 },
        },
        { text: `${chart.caption}\n${chart.circumstances}`, left: 12, bottom: 6, borderColor: 'transparent', textStyle: small },
      ];
    }
    return result;
  }

  /** Writes the names of lines to the right of the chart, apart from each other and from every line. */
  function writeNames(drawing, made, layout, hidden) {
    if (layout.width < NARROW) return;
    const left = layout.width - NAME_ROOM + 12;
    const ends = made.series.filter((series) => series.named && series.data.length > 0 && hidden[series.name] !== false)
      .map((series) => {
        const last = series.data[series.data.length - 1].value;
        const pixel = drawing.convertToPixel({ xAxisIndex: 0, yAxisIndex: 0 }, [last[0], last[1]]);
        return { name: series.name, color: series.itemStyle.color, x: pixel[0], y: pixel[1] };
      });
    // Whatever is set has ECharts draw the whole chart again
    if (ends.length === 0) return;
    const elements = [];
    spread(ends).forEach((end) => {
      elements.push({
        type: 'text', silent: true, x: left + 14, y: end.at,
        style: { text: end.name, fill: end.color, font: `12px ${FONT}`, verticalAlign: 'middle', align: 'left' },
      });
      elements.push({
        type: 'polyline', silent: true,
        shape: { points: [[end.x + 7, end.y], [Math.max(left, end.x + 7), end.at], [left + 10, end.at]] },
        style: { stroke: end.color, lineWidth: 1, lineDash: [1, 3], fill: 'none' },
      });
    });
    drawing.setOption({ graphic: elements });
  }

  /** Puts each name at its line's height if there is room, and spreads crowded names evenly around their middle. */
  function spread(ends) {
    const crowds = [];
    ends.sort((one, other) => one.y - other.y).forEach((end) => {
      let crowd = { members: [end], middle: end.y };
      while (crowds.length > 0 && touch(crowds[crowds.length - 1], crowd)) crowd = merge(crowds.pop(), crowd);
      crowds.push(crowd);
    });
    crowds.forEach((crowd) => crowd.members.forEach((end, rank) => {
      end.at = crowd.middle + (rank - (crowd.members.length - 1) / 2) * NAME_HEIGHT;
    }));
    return ends;
  }

  function merge(above, below) {
    const members = above.members.concat(below.members);
    return { members, middle: members.reduce((sum, member) => sum + member.y, 0) / members.length };
  }

  function touch(above, below) {
    return below.middle - above.middle < (above.members.length + below.members.length) / 2 * NAME_HEIGHT;
  }

  /**
   * Draws a chart with an ECharts instance.
   *
   * @param selected false for each strategy that is hidden
   */
  function draw(drawing, chart, themeName, layout, selected) {
    const hidden = selected || {};
    const made = option(chart, themeName, layout);
    made.legend.selected = hidden;
    drawing.setOption(made, { notMerge: true });
    writeNames(drawing, made, layout, hidden);
  }

  return { draw, themes, NARROW };
})();
