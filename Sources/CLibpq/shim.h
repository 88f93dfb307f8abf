#include <libpq-fe.h>
#include <sys/prctl.h>

// Names the calling thread, as top and perf show it. The name is cut at 15 bytes. prctl takes a
// variable number of arguments, which Swift cannot pass.
static inline void clibpq_name_thread(const char *name) {
  prctl(PR_SET_NAME, name);
}
