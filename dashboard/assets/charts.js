// Draws the charts that the server describes. The server names no colour: it says which slot of the palette a line
// takes, and the palette is that of the style sheet, so that charts follow the theme and the printer.
(function () {
  var PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js";
  var CONFIG = {displayModeBar: false, displaylogo: false, showSendToCloud: false, plotlyServerURL: "about:blank",
                topojsonURL: "/assets/", scrollZoom: false, doubleClick: false};
  var NARROW = 560;
  var paper = matchMedia("print");
  var plotly;

  // Maps would fetch the borders of the world from another host, even where they are not shown.
  window.PlotlyGeoAssets = {topojson: {world_110m: {type: "Topology", objects: {}, arcs: []}}};

  function load() {
    plotly = plotly || new Promise(function (done, failed) {
      if (window.Plotly) return done(window.Plotly);
      var script = document.createElement("script");
      script.src = PLOTLY;
      script.onload = function () { done(window.Plotly); };
      script.onerror = failed;
      document.head.appendChild(script);
    });
    return plotly;
  }

  function colours() {
    var style = getComputedStyle(document.documentElement);
    function colour(name) { return style.getPropertyValue("--" + name).trim(); }
    function several(name, many) { return Array.from({length: many}, function (_, place) { return colour(name + "-" + place); }); }
    return {ink: colour("ink"), muted: colour("muted"), line: colour("line"), card: colour("card"),
            edge: colour("edge"), none: colour("no-data"), font: style.getPropertyValue("--font"),
            series: several("series", 8), text: several("series-text", 8),
            scales: {"class": several("class", 5), signed: several("signed", 5)}};
  }

  function paintTrace(trace, palette) {
    var meta = trace.meta || {};
    if (trace.type === "scatter") {
      trace.line.color = trace.marker.color = palette.series[meta.slot];
    } else if (trace.type === "choropleth") {
      trace.marker.line.color = meta.chosen ? palette.ink : meta.kind === "no-data" ? palette.muted : palette.card;
      trace.colorscale = [];
      (palette.scales[meta.kind] || Array(5).fill(palette.none)).forEach(function (colour, place) {
        trace.colorscale.push([place / 5, colour], [(place + 1) / 5, colour]);
      });
    }
  }

  function paint(figure, palette, width) {
    var layout = figure.layout;
    figure.data.forEach(function (trace) { paintTrace(trace, palette); });
    layout.width = width;
    layout.font = Object.assign(layout.font, {color: palette.ink, family: palette.font});
    layout.hoverlabel = {font: {size: 13, color: palette.ink, family: palette.font}, bgcolor: palette.card, bordercolor: palette.edge};
    [layout.xaxis, layout.yaxis].forEach(function (axis) {
      if (!axis) return;
      Object.assign(axis, {gridcolor: palette.line, zerolinecolor: palette.edge, linecolor: palette.edge, tickcolor: palette.edge});
      axis.tickfont = Object.assign({}, axis.tickfont, {color: palette.muted});
    });
    (layout.shapes || []).forEach(function (shape) { shape.line.color = palette.muted; });
    (layout.annotations || []).forEach(function (label) {
      var slot = /^slot(\d)$/.exec(label.name || "");
      label.font = Object.assign({}, label.font, {color: slot ? palette.text[slot[1]] : palette.muted});
    });
    if (width < NARROW) squeeze(layout);
    return figure;
  }

  // Little room: the names of lines go below the chart, where the page has them ready.
  function squeeze(layout) {
    var all = layout.annotations || [];
    layout.annotations = all.filter(function (label) { return !label.name; });
    if (layout.annotations.length < all.length) layout.margin.r = 12;
  }

  function draw(place) {
    load().then(function (library) {
      if (!place.isConnected) return;
      var figure = paint(JSON.parse(place.dataset.figure), colours(), place.clientWidth);
      return library.react(place, figure.data, figure.layout, CONFIG);
    }).catch(function () { place.classList.add("failed"); });
  }

  function drawAll() { document.querySelectorAll("#page .chart").forEach(draw); }

  function drawNew() {
    document.querySelectorAll("#page .chart:not([data-drawn])").forEach(function (place) {
      place.dataset.drawn = "";
      draw(place);
    });
  }

  var waiting;
  addEventListener("resize", function () { clearTimeout(waiting); waiting = setTimeout(drawAll, 150); });
  paper.addEventListener("change", drawAll);
  new MutationObserver(drawNew).observe(document.documentElement, {childList: true, subtree: true});
  new MutationObserver(drawAll).observe(document.documentElement, {attributeFilter: ["data-mantine-color-scheme"]});
})();
