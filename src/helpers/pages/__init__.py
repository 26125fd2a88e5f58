"""How a chapter speaks: its page, its sentences, tables and figures, and what each rests on."""
