"""What goes on between the panels: the promise while the form changes, the dossier just saved."""
