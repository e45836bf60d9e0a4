"""nginx configurations: whole ones, site files, snippets, and templates of them."""
