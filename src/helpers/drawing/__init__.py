"""How a chart looks: painters, the house style, and their way into SVG."""
