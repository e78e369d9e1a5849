"""The window. Importing it tells the matrix library to keep to one thread, before numpy is loaded.

All matrices here are small. A second thread of OpenBLAS gains nothing on them and spins where the engine and the window
need the core: on a busy machine of two cores a product of 500 x 128 by 128 x 128 took 20 ms with two threads and 0.3 ms
with one.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
