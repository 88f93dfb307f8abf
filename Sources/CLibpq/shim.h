#include <libpq-fe.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

// Names the calling thread, as top and perf show it. The name is cut at 15 bytes. prctl takes a
// variable number of arguments, which Swift cannot pass.
static inline void clibpq_name_thread(const char *name) {
  prctl(PR_SET_NAME, name);
}

// A descriptor that is readable once something was written to it. EFD_CLOEXEC and EFD_NONBLOCK are
// an enumeration that Swift does not see as numbers.
static inline int clibpq_event_descriptor(void) {
  return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}
