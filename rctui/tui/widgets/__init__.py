"""What screens are made of: lists, boxes and lines that ask for nothing by themselves."""
