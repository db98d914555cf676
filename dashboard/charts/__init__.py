"""Charts: rows in, a figure as a plain dictionary out.

A figure names no colour. A trace, shape or annotation says in `meta` or `name` which slot of the palette it takes, and
`assets/charts.js` paints it for light, dark or paper; so switching the theme asks nothing of the server.
"""
