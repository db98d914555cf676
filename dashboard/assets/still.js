// The other half of components/still.py: HTML that the server has finished, kept by React as it is.
window.openindsats = {
  Still: function (props) {
    return window.React.createElement("div", {className: "still", dangerouslySetInnerHTML: {__html: props.html}});
  }
};
