"""A DTI edition from a file as people have it: read, understood, proven, and turned into rows."""
