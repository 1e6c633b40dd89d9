// SPDX-License-Identifier: MIT
// How long a programme takes to be read, against libyaml alone, and how much
// memory: bench_programme [EVENTS…]
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <yaml.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/text_buffer.h"
#include "language/language.h"
#include "programme/programme.h"

enum {
    ROUNDS = 15 // the fastest counts
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void add_event(struct text_buffer *out, int number)
{
    static const char *const MONTHS[] = {
        "janvier", "février", "mars",      "avril",   "mai",      "juin",
        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
    text_buffer_printf(
        out,
        "  - date: %d %s\n"
        "    heure: %dh30-%dh\n"
        "    genre: film\n"
        "    titre: Guérande, un peu de la beauté du monde (%d)\n"
        "    note: + ramène ton apéritif à partager\n"
        "    ville: Montpellier\n"
        "    lieu: Biocoop Clémenceau\n"
        "    avec: Hélène Balazard, autrice; Maïté Puig\n"
        "    prix: libre\n"
        "    resume: On parlera de la gouvernance, des sociétaires et du "
        "reste.\n"
        "    inscription: https://www.helloasso.com/evenements/%d\n",
        1 + number % 28, MONTHS[number % 12], 17 + number % 4, 21 + number % 2,
        number, number);
}

static char *write_programme(int events, struct text_buffer *text)
{
    text_buffer_add(text, "titre: Les soirées\nannee: 2026\n"
                          "maj: 2026-01-05\nevenements:\n");
    for (int i = 0; i < events; i++) {
        add_event(text, i);
    }
    char *path = xstrdup("/tmp/bench_programme.XXXXXX.yaml");
    int file = mkstemps(path, 5);
    if (file < 0 || write(file, text->text, text->length) < 0) {
        abort();
    }
    close(file);
    return path;
}

// What reading the file takes at least.
static double parse_ms(const char *path)
{
    double begun = now_ms();
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_file(&parser, file);
    bool more = true;
    while (more) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            abort();
        }
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return now_ms() - begun;
}

static double load_ms(const char *path, const struct languages *languages)
{
    double begun = now_ms();
    struct diag_list *diags = diag_list_new();
    struct programme *programme =
        programme_load(path, languages, (struct date){2026, 1, 17}, diags);
    if (programme == NULL || diag_at(diags, 0) != NULL) {
        diag_print(diags, FAULT_IN_ENGLISH, stdout);
        abort();
    }
    programme_free(programme);
    diag_list_free(diags);
    return now_ms() - begun;
}

static size_t allocated(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

// What a programme takes while it is shown.
static size_t kept_bytes(const char *path, const struct languages *languages)
{
    size_t before = allocated();
    struct programme *programme =
        programme_load(path, languages, (struct date){2026, 1, 17}, NULL);
    size_t kept = allocated() - before;
    programme_free(programme);
    return kept;
}

static long peak_kib(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// In a process of its own, whose peak is that of one reading.
static long memory_kib(const char *path, const struct languages *languages)
{
    int ends[2];
    if (pipe(ends) != 0) {
        abort();
    }
    if (fork() == 0) {
        long before = peak_kib();
        load_ms(path, languages);
        long grown = peak_kib() - before;
        _exit(write(ends[1], &grown, sizeof grown) < 0 ? 1 : 0);
    }
    long grown = 0;
    if (read(ends[0], &grown, sizeof grown) < 0) {
        abort();
    }
    close(ends[0]);
    close(ends[1]);
    wait(NULL);
    return grown;
}

static void bench(int events, const struct languages *languages)
{
    struct text_buffer text = {0};
    char *path = write_programme(events, &text);
    size_t length = text.length;
    double parse = 1e9, load = 1e9;
    long memory = memory_kib(path, languages);
    // What was freed is used again, as in a show that has been on for a while:
    // how long the kernel takes to clear a page is another question.
    mallopt(M_MMAP_THRESHOLD, 1 << 25);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    // In turns: what else the machine does slows down both.
    for (int i = 0; i < ROUNDS; i++) {
        double ms = parse_ms(path);
        parse = ms < parse ? ms : parse;
        ms = load_ms(path, languages);
        load = ms < load ? ms : load;
    }
    text_buffer_release(&text);
    printf("%6d events %8zu bytes: libyaml %7.2f ms, read %7.2f ms, "
           "ratio %.2f; peak %6ld KiB, %.2f times the file, kept %.2f times\n",
           events, length, parse, load, load / parse, memory,
           (double)memory * 1024 / (double)length,
           (double)kept_bytes(path, languages) / (double)length);
    unlink(path);
    free(path);
}

int main(int count, char **arguments)
{
    struct languages *languages =
        languages_new(KIOSK_ASSETS_DIR "/languages", NULL);
    for (int i = 1; i < count; i++) {
        bench(atoi(arguments[i]), languages);
    }
    if (count == 1) {
        bench(1000, languages);
        bench(5000, languages);
        bench(10000, languages);
    }
    languages_free(languages);
    return 0;
}
