"""The main window: its start screen, its menus, and an open file with its cases and works."""
