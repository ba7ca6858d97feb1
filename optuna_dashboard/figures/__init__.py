"""One figure, one file: its options, and the Plotly JSON that it makes of studies."""
