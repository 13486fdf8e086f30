"""Files of one kind each as text: decoded, cleaned, with links as in Markdown."""
