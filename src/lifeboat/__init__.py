"""Who goes home on what, when, and does everybody aboard have a seat every day until then?"""

__version__ = "0.1.0"
