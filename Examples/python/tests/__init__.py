"""The tests of the client. Whatever hangs is ended with the place where it hangs."""

import faulthandler

faulthandler.dump_traceback_later(240, exit=True)
