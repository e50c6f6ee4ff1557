"""Learning from multi-agency audits: from YAML and Markdown to pages that people can trust."""
