"""The words of each chapter: which finding to say, in which sentence, with which chart."""
