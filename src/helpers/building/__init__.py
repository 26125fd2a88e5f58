"""From notebooks to published files: run, join, number, seal, print, list."""
