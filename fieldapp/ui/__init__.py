"""The app's screens: Flet declarative components over the services."""
