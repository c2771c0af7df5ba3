"""One folder per kind of exercise."""
