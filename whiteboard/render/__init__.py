"""The board as a picture: QPainter without widgets. `renderer.Renderer` is the door; widgets need nothing else but
`viewport.Viewport`, the functions of `overlay`, `trail_playback.TrailPlayback`, `page_image` and `sketch`.
"""
