// Looks like NVIDIA's driver and its management library, in one: what the tests need of both. Work is time that passes on a
// device's queue after the call that gave it has returned. Behaves as the definitions tell.
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifndef INIT
#define INIT 0
#endif
#ifndef LOST_AFTER
#define LOST_AFTER 1000000
#endif
#ifndef PROCESSES
#define PROCESSES 3
#endif
#ifndef OWN
#define OWN (allocated + (3ull << 20))
#endif
#ifndef OWN_PID
#define OWN_PID getpid()
#endif
#ifndef OTHERS
#define OTHERS (5ull << 30)
#endif
#ifndef REASONS
#define REASONS 0x1
#endif
#ifndef CLOCK
#define CLOCK 1980
#endif
#ifndef REASONS_NAME
#define REASONS_NAME nvmlDeviceGetCurrentClocksEventReasons
#endif

static int started, failure;
static int in_use[2];
static unsigned long long allocated;
static double busy_until;
static __thread void *current[16];
static __thread int depth;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static void wait_until(double time) {
    while (now() < time) usleep(50);
}

// What a subject does with its device.
void standin_use(int device) { started = 1; in_use[device] = 1; }
void standin_work(int microseconds) { double from = now(); busy_until = (from > busy_until ? from : busy_until) + microseconds * 1e-6; }
void standin_allocate(unsigned long long bytes) { allocated += bytes; }
void standin_free(unsigned long long bytes) { allocated -= bytes; }
void standin_fail(int code) { failure = code; }

// The driver.
int cuDeviceGetCount(int *count) { if (!started) return 3; *count = 2; return 0; }
int cuDeviceGet(int *device, int index) { *device = index; return index < 2 ? 0 : 101; }
int cuDeviceGetName(char *name, int length, int device) { strncpy(name, device ? "Stand-in Two" : "Stand-in One", length); return 0; }
int cuDeviceGetUuid(unsigned char *uuid, int device) { for (int i = 0; i < 16; i++) uuid[i] = 16 * device + i; return 0; }
int cuDevicePrimaryCtxGetState(int device, unsigned *flags, int *active) { *active = in_use[device]; return 0; }
int cuDevicePrimaryCtxRetain(void **context, int device) { in_use[device] = 1; *context = (void *)(long)(16 + device); return 0; }
int cuCtxPushCurrent_v2(void *context) { current[depth++] = context; return 0; }
int cuCtxPopCurrent_v2(void **context) { if (depth == 0) return 201; *context = current[--depth]; return 0; }
int cuCtxSynchronize(void) { if (depth == 0) return 201; wait_until(busy_until); return failure; }
int cuEventCreate(void **event, unsigned flags) { if (depth == 0) return 201; *event = calloc(1, sizeof(double)); return 0; }
int cuEventRecord(void *event, void *stream) {
    if (depth == 0) return 201;
    double time = now();
    *(double *)event = time > busy_until ? time : busy_until;
    return 0;
}
int cuEventSynchronize(void *event) { wait_until(*(double *)event); return failure; }
int cuEventElapsedTime(float *milliseconds, void *first, void *second) { *milliseconds = 1e3 * (*(double *)second - *(double *)first); return 0; }
int cuGetErrorString(int code, const char **text) { *text = code == 700 ? "an illegal memory access was encountered" : ""; return 0; }

// Its management library.
typedef struct { unsigned long long total, free, used; } memory;
typedef struct { unsigned pid; unsigned long long used; unsigned gpu, compute; } process;
static int reads;

int nvmlInit_v2(void) { return INIT; }
int nvmlShutdown(void) { return 0; }
const char *nvmlErrorString(int code) { return code == 9 ? "Driver Not Loaded" : code == 15 ? "GPU is lost" : code == 6 ? "Not Found" : ""; }
#ifndef WITHOUT_COUNT
int nvmlDeviceGetCount_v2(unsigned *count) { *count = 2; return 0; }
#endif
int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device) { *device = (void *)(long)(index + 1); return index < 2 ? 0 : 6; }
int nvmlDeviceGetHandleByUUID(const char *uuid, void **device) {
    int is_one = !strcmp(uuid, "GPU-00010203-0405-0607-0809-0a0b0c0d0e0f");
    int is_two = !strcmp(uuid, "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f");
    *device = (void *)(is_one ? 1l : 2l);
    return is_one || is_two ? 0 : 6;
}
int nvmlDeviceGetName(void *device, char *name, unsigned length) { strncpy(name, device == (void *)1 ? "Stand-in One" : "Stand-in Two", length); return 0; }
#ifndef WITHOUT_MEMORY
int nvmlDeviceGetMemoryInfo(void *device, memory *answer) {
    answer->total = 80ull << 30;
    answer->used = OTHERS + allocated;
    answer->free = answer->total - answer->used;
    return ++reads == LOST_AFTER + 1 ? 15 : 0;
}
#endif
#ifndef WITHOUT_PROCESSES
int nvmlDeviceGetComputeRunningProcesses_v3(void *device, unsigned *count, process *answer) {
    unsigned room = *count;
    *count = PROCESSES;
    if (room < PROCESSES) return 7;
    for (int i = 0; i < PROCESSES; i++) { answer[i].pid = 1; answer[i].used = 1; }
    answer[PROCESSES - 1].pid = OWN_PID;
    answer[PROCESSES - 1].used = OWN;
    return 0;
}
#endif
#ifndef WITHOUT_CLOCKS
int nvmlSystemGetDriverVersion(char *version, unsigned length) { strncpy(version, "570.86", length); return 0; }
int nvmlDeviceGetClockInfo(void *device, int type, unsigned *megahertz) { *megahertz = type == 1 ? CLOCK : 0; return 0; }
int nvmlDeviceGetEnforcedPowerLimit(void *device, unsigned *milliwatts) { *milliwatts = 700000; return 0; }
int nvmlDeviceGetTemperature(void *device, int sensor, unsigned *celsius) { *celsius = 45; return 0; }
int REASONS_NAME(void *device, unsigned long long *reasons) { *reasons = REASONS; return 0; }
#endif
