"""The look of what is selected, or of what is drawn next: what there is to choose, and the panel that offers it."""
