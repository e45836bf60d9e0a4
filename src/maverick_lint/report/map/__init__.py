"""The map of a deployment as text, Mermaid, JSON, SVG and a page."""
