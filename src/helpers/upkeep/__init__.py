"""What keeps the data sound from year to year: schema, rules, the next year, what is missing."""
