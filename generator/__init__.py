"""Learning from multi-agency audits: from a folder of YAML and Markdown to pages people can trust."""
