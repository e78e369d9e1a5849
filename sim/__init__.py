"""The headless half of Nutshell."""
