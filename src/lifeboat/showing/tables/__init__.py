"""The tables of answers, whatever they are drawn with: a terminal, a page, a spreadsheet."""
