"""Where the figures of a page come from, checked when it is built and told when asked."""
