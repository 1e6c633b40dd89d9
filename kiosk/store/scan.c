// SPDX-License-Identifier: MIT
#include "store/scan.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/path.h"
#include "base/text_buffer.h"
#include "base/utf8.h"
#include "store/disk.h"
#include "store/listing.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum {
    CANDIDATES_MAX = 8
};

static const char *const YAML_NAMES[] = {"programme.yaml", "programme.yml"};
static const char PAGE_NAME[] = "programme.md";
static const char *const PROGRAMME_FOLDERS[] = {
    "programme", "Programme", "PROGRAMME", "kiosk", "Kiosk", "KIOSK"};
static const char *const PICTURE_FOLDERS[] = {"affiches", "images", "logos"};
static const char *const PICTURE_ENDINGS[] = {
    ".jpg", ".jpeg", ".jpe",  ".jfif", ".png",  ".webp", ".svg", ".gif",
    ".bmp", ".tif",  ".tiff", ".heic", ".heif", ".avif", ".pdf"};

// A look through the programme's folder: its texts, folded, in which the
// names of pictures are sought.
struct look {
    struct scan *scan;
    struct text_buffer texts;
};

// The files and folders in a folder below folder, by name.
static enum scan_result list(struct scan *scan, int folder, const char *path,
                             struct listing *out)
{
    static const enum scan_result RESULTS[] = {
        [LISTING_DONE] = SCAN_DONE,
        [LISTING_TOO_MANY] = SCAN_TOO_MANY,
        [LISTING_UNREADABLE] = SCAN_UNREADABLE,
    };
    return RESULTS[listing_read(folder, path, &scan->entries, out)];
}

static bool entry_offers(const struct entry *entry, enum scan_offer offer)
{
    static const char *const CALENDARS[] = {".ics"};
    static const char *const PAGES[] = {".md"};
    if (!S_ISREG(entry->status.st_mode)) {
        return false;
    }
    switch (offer) {
    case SCAN_OFFER_YAML:
        return name_is_one_of(entry->folded, YAML_NAMES, COUNT(YAML_NAMES));
    case SCAN_OFFER_PAGE:
        return strcmp(entry->folded, PAGE_NAME) == 0;
    case SCAN_OFFER_CALENDAR:
        return name_ends_with_one_of(entry->name, CALENDARS, 1);
    case SCAN_OFFER_ANY_PAGE:
        return name_ends_with_one_of(entry->name, PAGES, 1);
    case SCAN_OFFER_COUNT:
        break;
    }
    return false;
}

static bool offers(const struct listing *listing, enum scan_offer offer)
{
    bool found = false;
    for (size_t i = 0; i < listing->count; i++) {
        found = found || entry_offers(&listing->entries[i], offer);
    }
    return found;
}

// A folder where the programme may be.
struct candidate {
    const char *name; // as the stick spells it; "" for the top itself
    struct listing listing;
    enum scan_result result;
    size_t entries;
};

static struct candidate candidate_at(struct scan *scan, const char *name)
{
    struct candidate candidate = {.name = name};
    scan->entries = 0;
    candidate.result =
        list(scan, scan->top, name[0] != '\0' ? name : ".", &candidate.listing);
    candidate.entries = scan->entries;
    return candidate;
}

// The top and the folders in it that are named for us. These are opened by
// their names: among ten thousand others nobody lists them.
static size_t find_candidates(struct scan *scan,
                              struct candidate out[CANDIDATES_MAX])
{
    size_t count = 1;
    out[0] = candidate_at(scan, "");
    for (size_t i = 0; i < COUNT(PROGRAMME_FOLDERS); i++) {
        out[count] = candidate_at(scan, PROGRAMME_FOLDERS[i]);
        bool absent = out[count].result == SCAN_UNREADABLE &&
                      (errno == ENOENT || errno == ENOTDIR || errno == ELOOP);
        if (absent) {
            listing_release(&out[count].listing);
        } else {
            count++;
        }
    }
    return count;
}

// NULL if none of them holds a programme.
static struct candidate *choose(struct candidate *candidates, size_t count,
                                struct scan *scan)
{
    for (size_t i = 0; i < SCAN_OFFER_COUNT * count; i++) {
        struct candidate *candidate = &candidates[i % count];
        scan->offer = (enum scan_offer)(i / count);
        if (offers(&candidate->listing, scan->offer)) {
            return candidate;
        }
    }
    return NULL;
}

static enum scan_result enter_candidate(struct scan *scan,
                                        struct candidate *chosen,
                                        struct listing *listing)
{
    *listing = chosen->listing;
    chosen->listing = (struct listing){0};
    scan->entries = chosen->entries;
    if (chosen->name[0] != '\0') {
        free(scan->within);
        scan->within = xstrdup(chosen->name);
    }
    // What fails here was there a moment ago.
    scan->folder = disk_open_beneath(
        scan->top, chosen->name[0] != '\0' ? chosen->name : ".",
        O_RDONLY | O_DIRECTORY);
    return scan->folder >= 0 ? chosen->result : SCAN_UNREADABLE;
}

// Opens the programme's folder and lists it. Whatever else is on a stick does
// not count if it has a folder for us.
static enum scan_result find_folder(struct scan *scan, struct listing *listing)
{
    struct candidate candidates[CANDIDATES_MAX];
    size_t count = find_candidates(scan, candidates);
    struct candidate *chosen = choose(candidates, count, scan);
    enum scan_result result = SCAN_NO_PROGRAMME;
    for (size_t i = 0; i < count && result == SCAN_NO_PROGRAMME; i++) {
        bool wrong = chosen == NULL && candidates[i].result != SCAN_DONE;
        result = wrong ? candidates[i].result : result;
    }
    if (chosen != NULL) {
        result = enter_candidate(scan, chosen, listing);
    }
    int reason = errno;
    for (size_t i = count; i > 0; i--) {
        listing_release(&candidates[i - 1].listing);
    }
    errno = reason;
    return result;
}

static bool has_name(const struct scan *scan, const char *name)
{
    bool found = false;
    for (size_t i = 0; i < scan->count; i++) {
        found = found || strcmp(scan->files[i].name, name) == 0;
    }
    return found;
}

static int64_t changed_ns(const struct stat *status)
{
    return (int64_t)status->st_mtim.tv_sec * 1000000000 +
           status->st_mtim.tv_nsec;
}

// Both are the scan's from here on. Of two that would have one name in the
// store, the first counts.
static void add_file(struct scan *scan, const struct stat *status, char *path,
                     char *name, bool text)
{
    if (has_name(scan, name)) {
        free(path);
        free(name);
        return;
    }
    if ((scan->count & (scan->count - 1)) == 0) {
        size_t capacity = scan->count > 0 ? 2 * scan->count : 1;
        scan->files = xrealloc(scan->files, capacity, sizeof *scan->files);
    }
    scan->files[scan->count++] = (struct source_file){
        .path = path,
        .name = name,
        .bytes = (uint64_t)status->st_size,
        .changed_ns = changed_ns(status),
        .is_text = text,
    };
    scan->bytes += (uint64_t)status->st_size;
}

// What the programme is read from; calendars stand beside any of it.
static bool is_text(const struct scan *scan, const struct entry *entry)
{
    return entry_offers(entry, scan->offer) ||
           entry_offers(entry, SCAN_OFFER_CALENDAR);
}

static char slashed(char byte)
{
    if (byte == '\\') {
        return '/';
    }
    return byte;
}

// A text as names are sought in it: folded, and with slashes as they are
// here. NULs, as in UTF-16, go: that is all it takes to find a name.
static void add_text(struct look *look, const char *bytes, size_t length)
{
    char *plain = xcalloc(length + 1, 1);
    size_t filled = 0;
    for (size_t i = 0; i < length; i++) {
        if (strncmp(bytes + i, "%20", 3) == 0) {
            plain[filled++] = ' ';
            i += 2;
        } else if (bytes[i] != '\0') {
            plain[filled++] = slashed(bytes[i]);
        }
    }
    char *utf8 = utf8_is_valid(plain, filled)
                     ? xstrdup(plain)
                     : utf8_from_windows_1252(plain, filled);
    char *folded = utf8_fold(utf8);
    text_buffer_add(&look->texts, folded);
    text_buffer_add(&look->texts, "\n");
    free(folded);
    free(utf8);
    free(plain);
}

static enum scan_result take_text(struct look *look, const struct entry *entry)
{
    struct scan *scan = look->scan;
    size_t length = 0;
    char *bytes =
        disk_read_file(scan->folder, entry->name, SCAN_TEXT_BYTES_MAX, &length);
    if (bytes == NULL) {
        return errno == EFBIG ? SCAN_TOO_LARGE : SCAN_UNREADABLE;
    }
    add_text(look, bytes, length);
    free(bytes);
    bool main_file = entry_offers(entry, SCAN_OFFER_YAML) ||
                     entry_offers(entry, SCAN_OFFER_PAGE);
    add_file(scan, &entry->status, xstrdup(entry->name),
             xstrdup(main_file ? entry->folded : entry->name), true);
    return scan->bytes > SCAN_TEXTS_BYTES_MAX ? SCAN_TOO_LARGE : SCAN_DONE;
}

static enum scan_result take_texts(struct look *look,
                                   const struct listing *listing)
{
    enum scan_result result = SCAN_DONE;
    for (size_t i = 0; i < listing->count && result == SCAN_DONE; i++) {
        if (is_text(look->scan, &listing->entries[i])) {
            result = take_text(look, &listing->entries[i]);
        }
    }
    return result;
}

static bool is_named(const struct look *look, const char *folded)
{
    return strstr(text_buffer_text(&look->texts), folded) != NULL;
}

static bool names_folder(const struct look *look, const char *folded)
{
    char *prefix = xasprintf("%s/", folded);
    bool named = is_named(look, prefix);
    free(prefix);
    return named;
}

static char *below(const char *folder, const char *name)
{
    return folder[0] != '\0' ? path_join(folder, name) : xstrdup(name);
}

static void leave_out(struct scan *scan, const char *name)
{
    scan->too_large =
        xrealloc(scan->too_large, scan->too_large_count + 1, sizeof(char *));
    scan->too_large[scan->too_large_count++] = xstrdup(name);
}

// Where pictures are looked for: a folder's path on the stick and in the
// store. In the usual folders all of them are taken.
struct place_of_pictures {
    const char *path, *name;
    bool takes_all;
    int depth;
};

static enum scan_result take_pictures(struct look *look,
                                      const struct listing *listing,
                                      const struct place_of_pictures *place);

static enum scan_result enter(struct look *look, const struct entry *entry,
                              const struct place_of_pictures *place)
{
    bool usual =
        place->depth == 0 &&
        name_is_one_of(entry->folded, PICTURE_FOLDERS, COUNT(PICTURE_FOLDERS));
    bool wanted = place->depth < SCAN_DEPTH_MAX &&
                  (usual || names_folder(look, entry->folded));
    if (!wanted) {
        return SCAN_DONE;
    }
    char *path = below(place->path, entry->name);
    char *name = below(place->name, usual ? entry->folded : entry->name);
    struct place_of_pictures inner = {path, name, usual, place->depth + 1};
    struct listing listing;
    enum scan_result result =
        list(look->scan, look->scan->folder, path, &listing);
    if (result == SCAN_DONE) {
        result = take_pictures(look, &listing, &inner);
    }
    listing_release(&listing);
    free(path);
    free(name);
    return result;
}

static void take_picture(struct look *look, const struct entry *entry,
                         const struct place_of_pictures *place)
{
    bool wanted = name_ends_with_one_of(entry->name, PICTURE_ENDINGS,
                                        COUNT(PICTURE_ENDINGS)) &&
                  (place->takes_all || is_named(look, entry->folded));
    if (!wanted) {
        return;
    }
    if (entry->status.st_size > SCAN_PICTURE_BYTES_MAX) {
        leave_out(look->scan, entry->name);
        return;
    }
    add_file(look->scan, &entry->status, below(place->path, entry->name),
             below(place->name, entry->name), false);
}

static enum scan_result take_pictures(struct look *look,
                                      const struct listing *listing,
                                      const struct place_of_pictures *place)
{
    enum scan_result result = SCAN_DONE;
    for (size_t i = 0; i < listing->count && result == SCAN_DONE; i++) {
        const struct entry *entry = &listing->entries[i];
        if (S_ISREG(entry->status.st_mode)) {
            take_picture(look, entry, place);
        } else {
            result = enter(look, entry, place);
        }
    }
    return look->scan->bytes > SCAN_BYTES_MAX ? SCAN_TOO_LARGE : result;
}

static int compare_files(const void *left, const void *right)
{
    const struct source_file *a = left, *b = right;
    return a->is_text != b->is_text ? (a->is_text ? -1 : 1)
                                    : strcmp(a->name, b->name);
}

static enum scan_result look_through(struct scan *scan)
{
    struct listing listing = {0};
    struct look look = {.scan = scan};
    struct place_of_pictures place = {"", "", false, 0};
    enum scan_result result = find_folder(scan, &listing);
    if (result == SCAN_DONE) {
        result = take_texts(&look, &listing);
    }
    if (result == SCAN_DONE) {
        result = take_pictures(&look, &listing, &place);
    }
    if (scan->count > 0) {
        qsort(scan->files, scan->count, sizeof *scan->files, compare_files);
    }
    text_buffer_release(&look.texts);
    listing_release(&listing);
    return result;
}

enum scan_result scan_folder(const char *path, struct scan *scan)
{
    *scan = (struct scan){.folder = -1, .within = xstrdup("")};
    scan->top = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return scan->top >= 0 ? look_through(scan) : SCAN_UNREADABLE;
}

void scan_release(struct scan *scan)
{
    for (size_t i = 0; i < scan->count; i++) {
        free(scan->files[i].path);
        free(scan->files[i].name);
    }
    free(scan->files);
    for (size_t i = 0; i < scan->too_large_count; i++) {
        free(scan->too_large[i]);
    }
    free(scan->too_large);
    free(scan->within);
    if (scan->folder >= 0) {
        close(scan->folder);
    }
    if (scan->top >= 0) {
        close(scan->top);
    }
}

static bool same_files(const struct scan *a, const struct scan *b)
{
    bool same = a->count == b->count && strcmp(a->within, b->within) == 0;
    for (size_t i = 0; i < a->count && same; i++) {
        const struct source_file *p = &a->files[i], *q = &b->files[i];
        // Not by inode: FAT makes them up as it goes.
        same = strcmp(p->path, q->path) == 0 && p->bytes == q->bytes &&
               p->changed_ns == q->changed_ns;
    }
    return same;
}

bool scan_is_unchanged(const struct scan *scan)
{
    struct scan again = {.folder = -1, .within = xstrdup("")};
    again.top = openat(scan->top, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool same = again.top >= 0 && look_through(&again) == SCAN_DONE &&
                same_files(scan, &again);
    scan_release(&again);
    return same;
}

// Its folder in sysfs, which goes when it does; NULL for what is no block
// device (memory, a network). The caller's; free().
static char *device_folder(const struct scan *scan)
{
    struct stat status;
    if (fstat(scan->top, &status) != 0 || major(status.st_dev) == 0) {
        return NULL;
    }
    return xasprintf("/sys/dev/block/%u:%u", major(status.st_dev),
                     minor(status.st_dev));
}

bool scan_device_is_present(const struct scan *scan)
{
    char *folder = device_folder(scan);
    // Where sysfs is not to be seen, it cannot tell.
    bool present = folder == NULL || access("/sys/dev/block", X_OK) != 0 ||
                   path_is_folder(folder);
    free(folder);
    return present;
}

bool scan_is_on_usb(const struct scan *scan)
{
    char *folder = device_folder(scan);
    char *device = folder != NULL ? realpath(folder, NULL) : NULL;
    bool usb = device != NULL && strstr(device, "/usb") != NULL;
    free(device);
    free(folder);
    return usb;
}
