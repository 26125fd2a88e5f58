"""Two briefings of a province held against each other, figure by figure."""
