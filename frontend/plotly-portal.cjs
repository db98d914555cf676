// The part of plotly.js that the portal draws with: lines and points are in the core.
// A .cjs file: the package's own type is module, in which module.exports would be nothing.
var Plotly = require("plotly.js/lib/core");

Plotly.register([require("plotly.js/lib/bar"), require("plotly.js/lib/choropleth")]);

module.exports = Plotly;
