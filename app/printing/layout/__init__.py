"""What every page is made of: type, lines, tables, margins, and how pages become a PDF."""
