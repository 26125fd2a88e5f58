"""The data package: its tables as of a day, its provinces, its rows read and added."""
