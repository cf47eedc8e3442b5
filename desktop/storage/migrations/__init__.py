"""The steps that bring a database up to date, each written once and left alone."""
