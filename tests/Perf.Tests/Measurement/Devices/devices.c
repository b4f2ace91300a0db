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

static int started, failure, events;
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
int standin_events(void) { return events; }
void standin_fail(int code) { failure = code; }

static void *own;
void *standin_create_context(void) { started = 1; return own = current[depth++] = (void *)64; }
void standin_reset(int device) { in_use[device] = 0; }

// The driver.
int cuInit(unsigned flags) { started = 1; return 0; }
int cuCtxGetCurrent(void **context) { if (!started) return 3; *context = depth == 0 ? 0 : current[depth - 1]; return 0; }
int cuCtxGetDevice(int *device) { if (depth == 0) return 201; *device = current[depth - 1] == (void *)17; return 0; }
int cuEventDestroy_v2(void *event) { if (depth == 0) return 201; free(event); events--; return 0; }
int cuDeviceGetCount(int *count) { if (!started) return 3; *count = 2; return 0; }
int cuDeviceGet(int *device, int index) { *device = index; return index < 2 ? 0 : 101; }
int cuDeviceGetName(char *name, int length, int device) { strncpy(name, device ? "Stand-in Two" : "Stand-in One", length); return 0; }
int cuDeviceGetUuid(unsigned char *uuid, int device) { for (int i = 0; i < 16; i++) uuid[i] = 16 * device + i; return 0; }
#ifdef PARTITION
int cuDeviceGetUuid_v2(unsigned char *uuid, int device) { for (int i = 0; i < 16; i++) uuid[i] = 32 + i; return 0; }
#endif
int cuDevicePrimaryCtxGetState(int device, unsigned *flags, int *active) { *active = in_use[device]; return 0; }
int cuDevicePrimaryCtxRetain(void **context, int device) { in_use[device] = 1; *context = (void *)(long)(16 + device); return 0; }
int cuCtxPushCurrent_v2(void *context) { if (context != own && !in_use[(long)context - 16]) return 709; current[depth++] = context; return 0; }
int cuCtxPopCurrent_v2(void **context) { if (depth == 0) return 201; *context = current[--depth]; return 0; }
int cuCtxSynchronize(void) { if (depth == 0) return 201; wait_until(busy_until); return failure; }
int cuEventCreate(void **event, unsigned flags) { if (depth == 0) return 201; *event = calloc(1, sizeof(double)); events++; return 0; }
#ifndef QUEUES
#define QUEUES 1
#endif
// With a queue for each device the work is the second one's.
static int is_idle(void) { return QUEUES == 2 && current[depth - 1] != (void *)17; }
int cuEventRecord(void *event, void *stream) {
    if (depth == 0) return 201;
    double time = now();
    *(double *)event = time > busy_until || is_idle() ? time : busy_until;
    return 0;
}
int cuEventSynchronize(void *event) { wait_until(*(double *)event); return failure; }
int cuEventElapsedTime(float *milliseconds, void *first, void *second) { *milliseconds = 1e3 * (*(double *)second - *(double *)first); return 0; }
int cuGetErrorString(int code, const char **text) { *text = code == 700 ? "an illegal memory access was encountered" : ""; return 0; }

// Its management library.
typedef struct { unsigned long long total, free, used; } memory;
typedef struct { unsigned pid; unsigned long long used; unsigned gpu, compute; } process;
typedef struct { process told; unsigned long long guarded; } larger_process;
static int reads;

int nvmlInit_v2(void) { return INIT; }
int nvmlShutdown(void) { return 0; }
const char *nvmlErrorString(int code) { return code == 9 ? "Driver Not Loaded" : code == 15 ? "GPU is lost" : code == 6 ? "Not Found" : ""; }
#ifndef WITHOUT_COUNT
#ifndef DEVICES
#define DEVICES 2
#endif
int nvmlDeviceGetCount_v2(unsigned *count) { *count = DEVICES; return 0; }
#endif
int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device) { *device = (void *)(long)(index + 1); return index < 2 ? 0 : 6; }
int nvmlDeviceGetHandleByUUID(const char *uuid, void **device) {
    int is_one = !strcmp(uuid, "GPU-00010203-0405-0607-0809-0a0b0c0d0e0f");
    int is_two = !strcmp(uuid, "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f");
    int is_partition = !strcmp(uuid, "MIG-20212223-2425-2627-2829-2a2b2c2d2e2f");
    *device = (void *)(is_one ? 1l : is_two ? 2l : 3l);
    return is_one || is_two || is_partition ? 0 : 6;
}
int nvmlDeviceGetUUID(void *device, char *uuid, unsigned length) {
    strncpy(uuid, device == (void *)1 ? "GPU-00010203-0405-0607-0809-0a0b0c0d0e0f" : "GPU-10111213-1415-1617-1819-1a1b1c1d1e1f", length);
    return 0;
}
int nvmlDeviceGetDeviceHandleFromMigDeviceHandle(void *partition, void **device) { *device = (void *)1; return partition == (void *)3 ? 0 : 2; }
int nvmlDeviceGetName(void *device, char *name, unsigned length) { strncpy(name, device == (void *)1 ? "Stand-in One" : device == (void *)2 ? "Stand-in Two" : "Stand-in One MIG 1g.10gb", length); return 0; }
#ifndef WITHOUT_MEMORY
int nvmlDeviceGetMemoryInfo(void *device, memory *answer) {
    answer->total = device == (void *)3 ? 10ull << 30 : 80ull << 30;
    answer->used = OTHERS + allocated;
    answer->free = answer->total - answer->used;
#ifdef LOST_FOREVER
    return ++reads > LOST_FOREVER ? 15 : 0;
#else
    return ++reads == LOST_AFTER + 1 ? 15 : 0;
#endif
}
#endif
#ifndef WITHOUT_PROCESSES
static int list(unsigned *count, char *answer, int size) {
    unsigned room = *count;
    *count = PROCESSES;
    if (room < PROCESSES) return 7;
    memset(answer, 0, PROCESSES * size);
    for (int i = 0; i < PROCESSES; i++) {
        process *one = (process *)(answer + i * size);
        one->pid = i == PROCESSES - 1 ? OWN_PID : 1;
        one->used = i == PROCESSES - 1 ? OWN : 1;
    }
    return 0;
}
#ifndef WITHOUT_SECOND
int nvmlDeviceGetComputeRunningProcesses_v2(void *device, unsigned *count, process *answer) { return list(count, (char *)answer, sizeof(process)); }
#endif
#ifndef THIRD
#define THIRD process
#endif
int nvmlDeviceGetComputeRunningProcesses_v3(void *device, unsigned *count, void *answer) { return list(count, answer, sizeof(THIRD)); }
#endif
#ifndef WITHOUT_CLOCKS
int nvmlSystemGetDriverVersion(char *version, unsigned length) { strncpy(version, "570.86", length); return 0; }
int nvmlDeviceGetClockInfo(void *device, int type, unsigned *megahertz) { *megahertz = type == 1 ? CLOCK : 0; return device == (void *)3 ? 3 : 0; }
int nvmlDeviceGetEnforcedPowerLimit(void *device, unsigned *milliwatts) { *milliwatts = 700000; return 0; }
int nvmlDeviceGetTemperature(void *device, int sensor, unsigned *celsius) { *celsius = 45; return 0; }
int REASONS_NAME(void *device, unsigned long long *reasons) { *reasons = REASONS; return 0; }
#endif
