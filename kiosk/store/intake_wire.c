// SPDX-License-Identifier: MIT
#include "store/intake_wire.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "store/disk.h"
#include "store/receipt.h"

enum word {
    WORD_PROGRESS,
    WORD_DECISION,
    WORD_SUMMARY,
    WORD_ADVICE,
    WORD_FAULT,
    WORD_MORE,
    WORD_REPORT,
    WORD_MESSAGE,
    WORD_END,
    WORD_COUNT,
};

static const char *const WORDS[] = {
    [WORD_PROGRESS] = "progress", [WORD_DECISION] = "decision",
    [WORD_SUMMARY] = "summary",   [WORD_ADVICE] = "advice",
    [WORD_FAULT] = "fault",       [WORD_MORE] = "more",
    [WORD_REPORT] = "report",     [WORD_MESSAGE] = "message",
    [WORD_END] = "end",
};
static_assert(sizeof WORDS / sizeof *WORDS == WORD_COUNT, "a word each");

static struct receipt *empty_receipt(void)
{
    struct receipt *receipt = xcalloc(1, sizeof *receipt);
    receipt->decision = DECISION_STOPPED;
    receipt->summary = xstrdup("");
    receipt->advice = xstrdup("");
    receipt->report = xstrdup("");
    return receipt;
}

void intake_wire_init(struct intake_wire *wire)
{
    *wire = (struct intake_wire){.receipt = empty_receipt()};
}

void intake_wire_release(struct intake_wire *wire)
{
    receipt_free(wire->receipt);
    text_buffer_release(&wire->line);
    *wire = (struct intake_wire){0};
}

// What stands behind a backslash.
static char meant(char byte)
{
    if (byte == 'n') {
        return '\n';
    }
    return byte;
}

// "\n" for a line break. The caller's; free().
static char *unescaped(const char *text)
{
    char *plain = xcalloc(strlen(text) + 1, 1);
    size_t filled = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (at[0] == '\\' && at[1] != '\0') {
            at++;
            plain[filled++] = meant(*at);
        } else {
            plain[filled++] = *at;
        }
    }
    char *clean = utf8_clean(plain);
    free(plain);
    return clean;
}

static void set_text(char **text, const char *value)
{
    free(*text);
    *text = unescaped(value);
}

static void set_decision(struct receipt *receipt, const char *name)
{
    for (int i = 0; i < DECISION_COUNT; i++) {
        if (strcmp(decision_name((enum decision)i), name) == 0) {
            receipt->decision = (enum decision)i;
        }
    }
}

static void read_progress(struct intake_wire *wire, const char *value)
{
    uint64_t done = 0, total = 0;
    if (sscanf(value, "%" SCNu64 " %" SCNu64, &done, &total) == 2) {
        wire->total = total;
        wire->done = done < total ? done : total;
    }
}

static void read_value(struct intake_wire *wire, enum word word,
                       const char *value)
{
    struct receipt *receipt = wire->receipt;
    switch (word) {
    case WORD_PROGRESS:
        read_progress(wire, value);
        break;
    case WORD_DECISION:
        set_decision(receipt, value);
        break;
    case WORD_SUMMARY:
        set_text(&receipt->summary, value);
        break;
    case WORD_ADVICE:
        set_text(&receipt->advice, value);
        break;
    case WORD_FAULT:
        if (receipt->fault_count < RECEIPT_FAULTS_MAX) {
            receipt->faults[receipt->fault_count++] = unescaped(value);
        }
        break;
    case WORD_MORE:
        receipt->more_faults = (size_t)strtoul(value, NULL, 10);
        break;
    case WORD_REPORT:
        set_text(&receipt->report, value);
        break;
    case WORD_MESSAGE:
        set_text(&receipt->message, value);
        break;
    case WORD_END:
        wire->is_whole = true;
        break;
    case WORD_COUNT:
        break;
    }
}

static void read_line(struct intake_wire *wire, const char *line)
{
    size_t length = strcspn(line, " ");
    enum word word = WORD_PROGRESS;
    while (word < WORD_COUNT && (strlen(WORDS[word]) != length ||
                                 strncmp(WORDS[word], line, length) != 0)) {
        word++;
    }
    read_value(wire, word, line[length] == ' ' ? line + length + 1 : "");
}

bool intake_wire_read(struct intake_wire *wire, const char *bytes,
                      size_t length)
{
    wire->bytes += length;
    if (wire->bytes > INTAKE_WIRE_BYTES_MAX) {
        return false;
    }
    for (size_t i = 0; i < length && !wire->is_whole; i++) {
        if (bytes[i] != '\n') {
            text_buffer_add_bytes(&wire->line, &bytes[i], 1);
            continue;
        }
        read_line(wire, text_buffer_text(&wire->line));
        text_buffer_release(&wire->line);
    }
    return true;
}

struct receipt *intake_wire_take_receipt(struct intake_wire *wire)
{
    struct receipt *receipt = NULL;
    if (wire->is_whole) {
        receipt = wire->receipt;
        wire->receipt = NULL;
    }
    return receipt;
}

bool intake_wire_send_progress(int file, uint64_t done, uint64_t total)
{
    char line[80];
    int length = snprintf(line, sizeof line, "%s %" PRIu64 " %" PRIu64 "\n",
                          WORDS[WORD_PROGRESS], done, total);
    return disk_write_all(file, line, (size_t)length);
}

static void add(struct text_buffer *out, enum word word, const char *text)
{
    text_buffer_printf(out, "%s ", WORDS[word]);
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\n') {
            text_buffer_add(out, "\\n");
        } else if (*at == '\\') {
            text_buffer_add(out, "\\\\");
        } else {
            text_buffer_add_bytes(out, at, 1);
        }
    }
    text_buffer_add(out, "\n");
}

bool intake_wire_send_receipt(int file, const struct receipt *receipt)
{
    struct text_buffer out = {0};
    add(&out, WORD_DECISION, decision_name(receipt->decision));
    add(&out, WORD_SUMMARY, receipt->summary);
    add(&out, WORD_ADVICE, receipt->advice);
    for (size_t i = 0; i < receipt->fault_count; i++) {
        add(&out, WORD_FAULT, receipt->faults[i]);
    }
    text_buffer_printf(&out, "%s %zu\n", WORDS[WORD_MORE],
                       receipt->more_faults);
    add(&out, WORD_REPORT, receipt->report);
    if (receipt->message != NULL) {
        add(&out, WORD_MESSAGE, receipt->message);
    }
    add(&out, WORD_END, "");
    bool sent = disk_write_all(file, out.text, out.length);
    text_buffer_release(&out);
    return sent;
}
