"""One sitting at one data folder: who acts, in which language, on which printers."""
