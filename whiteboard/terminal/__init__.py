"""What a terminal can do: `whiteboard watch`, `draw` and `doctor`. Nothing here may need Qt, numpy or a screen."""
