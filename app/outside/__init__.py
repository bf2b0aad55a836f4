"""Reading what comes from outside: ordinary files, JSON and packed files, each within bounds."""
