"""The front door: navigation and the frame; each page is a file of pages/."""

from lib.ui import frame

frame.run()
