/* Preloaded into a program: records what it does to files below one folder, and lets its disk fail.
 *
 * HGKM_DISK_FOLDER  the folder that is watched; everything else passes unseen
 * HGKM_DISK_LOG     where each operation that changes something is recorded, as recording.py reads it
 * HGKM_DISK_FAULTS  a file with a `struct faults`, which the program itself may change at any moment
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096

enum kind { WRITE = 1, TRUNCATE = 2, SYNC = 4, READ = 8 };

struct faults {
    int32_t kinds;   /* which calls count, 0: none */
    int32_t when;    /* the call that fails, from 1 */
    int32_t error;   /* its errno */
    int32_t lasting; /* whether all that follow fail too */
    int32_t seen;    /* how many calls counted so far */
    int32_t failed;  /* how many of these failed */
};

struct record {
    int32_t what; /* a letter */
    int32_t file; /* the descriptor */
    int64_t place;
    int32_t name_size, data_size; /* of what follows */
};

static const char *folder;
static size_t folder_size;
static int log_file = -1;
static struct faults *faults;
static unsigned char is_watched[MOST_FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *named = getenv("HGKM_DISK_LOG"), *asked = getenv("HGKM_DISK_FAULTS");
    if (named)
        log_file = syscall(SYS_openat, AT_FDCWD, named, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (asked) {
        int file = syscall(SYS_openat, AT_FDCWD, asked, O_RDWR | O_CLOEXEC);
        void *found = mmap(NULL, sizeof *faults, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (found != MAP_FAILED)
            faults = found;
        syscall(SYS_close, file);
    }
    folder = getenv("HGKM_DISK_FOLDER");
    folder_size = folder ? strlen(folder) : 0;
}

static int is_inside(const char *path) {
    return folder && strncmp(path, folder, folder_size) == 0 &&
           (path[folder_size] == '/' || path[folder_size] == 0);
}

static int is_known(int file) { return file >= 0 && file < MOST_FILES && is_watched[file]; }

static int fails(int file, enum kind kind) {
    if (!faults || !is_known(file) || !(faults->kinds & kind))
        return 0;
    int seen = ++faults->seen;
    if (seen != faults->when && !(faults->lasting && seen > faults->when))
        return 0;
    faults->failed++;
    return 1;
}

static void keep(const void *data, size_t size) {
    const char *rest = data;
    while (size) {
        ssize_t done = syscall(SYS_write, log_file, rest, size);
        if (done < 0)
            abort(); /* a record that is not whole proves nothing */
        rest += done, size -= done;
    }
}

static void record(char what, int file, int64_t place, const char *name, const void *data,
                   size_t size) {
    if (log_file < 0)
        return;
    int was = errno;
    struct record head = {what, file, place, name ? strlen(name) : 0, size};
    keep(&head, sizeof head);
    keep(name, head.name_size);
    keep(data, size);
    errno = was;
}

static int opened(int at, const char *path, int flags, mode_t mode) {
    pthread_mutex_lock(&turn);
    int file = syscall(SYS_openat, at, path, flags, mode);
    if (file >= 0 && file < MOST_FILES) {
        is_watched[file] = is_inside(path);
        if (is_watched[file])
            record('O', file, flags & (O_CREAT | O_TRUNC), path, NULL, 0);
    }
    pthread_mutex_unlock(&turn);
    return file;
}

#define MODE(flags)                                                                               \
    mode_t mode = 0;                                                                              \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                          \
        va_list more;                                                                             \
        va_start(more, flags);                                                                    \
        mode = va_arg(more, mode_t);                                                              \
        va_end(more);                                                                             \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }

int close(int file) {
    if (is_known(file))
        is_watched[file] = 0;
    return syscall(SYS_close, file);
}

/* A write that fails has put half of its bytes there, as a disk that is full does. */
static ssize_t written(int file, const void *data, size_t size, int64_t place) {
    if (!is_known(file))
        return place < 0 ? syscall(SYS_write, file, data, size)
                         : syscall(SYS_pwrite64, file, data, size, place);
    pthread_mutex_lock(&turn);
    int64_t start = place < 0 ? syscall(SYS_lseek, file, 0, SEEK_CUR) : place;
    int failed = fails(file, WRITE);
    ssize_t done = syscall(SYS_pwrite64, file, data, failed ? size / 2 : size, start);
    if (done > 0) {
        if (place < 0)
            syscall(SYS_lseek, file, start + done, SEEK_SET);
        record('W', file, start, NULL, data, done);
    }
    if (failed)
        done = -1, errno = faults->error;
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t write(int file, const void *data, size_t size) { return written(file, data, size, -1); }
ssize_t pwrite(int file, const void *data, size_t size, off_t place) {
    return written(file, data, size, place);
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t place) {
    return written(file, data, size, place);
}

static ssize_t read_at(int file, void *data, size_t size, int64_t place) {
    if (fails(file, READ)) {
        errno = faults->error;
        return -1;
    }
    return syscall(SYS_pread64, file, data, size, place);
}

ssize_t pread(int file, void *data, size_t size, off_t place) {
    return read_at(file, data, size, place);
}
ssize_t pread64(int file, void *data, size_t size, off64_t place) {
    return read_at(file, data, size, place);
}

static int cut(int file, int64_t size) {
    if (fails(file, TRUNCATE)) {
        errno = faults->error;
        return -1;
    }
    pthread_mutex_lock(&turn);
    int done = syscall(SYS_ftruncate, file, size);
    if (done == 0 && is_known(file))
        record('T', file, size, NULL, NULL, 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int ftruncate(int file, off_t size) { return cut(file, size); }
int ftruncate64(int file, off64_t size) { return cut(file, size); }

static int flushed(int file, long call) {
    if (fails(file, SYNC)) {
        errno = faults->error;
        return -1;
    }
    int done = syscall(call, file);
    pthread_mutex_lock(&turn);
    if (done == 0 && is_known(file))
        record('S', file, 0, NULL, NULL, 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int fsync(int file) { return flushed(file, SYS_fsync); }
int fdatasync(int file) { return flushed(file, SYS_fdatasync); }

static int named(long done, char what, const char *path, const char *other) {
    if (done == 0 && is_inside(path))
        record(what, 0, 0, path, other, other ? strlen(other) : 0);
    pthread_mutex_unlock(&turn);
    return done;
}

int unlink(const char *path) {
    pthread_mutex_lock(&turn);
    return named(syscall(SYS_unlinkat, AT_FDCWD, path, 0), 'U', path, NULL);
}
int unlinkat(int at, const char *path, int flags) {
    pthread_mutex_lock(&turn);
    return named(syscall(SYS_unlinkat, at, path, flags), 'U', path, NULL);
}
int mkdir(const char *path, mode_t mode) {
    pthread_mutex_lock(&turn);
    return named(syscall(SYS_mkdirat, AT_FDCWD, path, mode), 'M', path, NULL);
}
int rename(const char *path, const char *other) {
    pthread_mutex_lock(&turn);
    return named(syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, 0), 'R', path, other);
}
int renameat(int at, const char *path, int to, const char *other) {
    pthread_mutex_lock(&turn);
    return named(syscall(SYS_renameat2, at, path, to, other, 0), 'R', path, other);
}
