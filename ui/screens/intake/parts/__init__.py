"""Small widgets and words that several rooms of this screen share."""
