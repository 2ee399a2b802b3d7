"""Starting an inspection."""
