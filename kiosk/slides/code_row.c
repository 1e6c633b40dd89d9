// SPDX-License-Identifier: MIT
#include "slides/code_row.h"

#include "slides/code.h"
#include "slides/parts.h"

enum {
    GAP_U = 400,
    CODE_MAX_U = 2700,
    WORDS_U = 1150,
};

static const char *action_of(const struct stage *stage,
                             const struct playlist_link *link)
{
    const struct language *language = stage->phrasing.language;
    if (link->label != NULL) {
        return part_wording(stage, link->label);
    }
    if (link->registers) {
        return language->words[WORD_REGISTER];
    }
    enum word word = link->link->kind == LINK_PHONE   ? WORD_CALL_US
                     : link->link->kind == LINK_EMAIL ? WORD_WRITE_TO_US
                                                      : WORD_LEARN_MORE;
    return language->words[word];
}

void code_row_draw(const struct stage *stage, size_t first, size_t count,
                   struct box box, struct canvas *canvas)
{
    if (count == 0) {
        return;
    }
    int gap = stage_px(stage, GAP_U);
    int across = (int)count;
    if (stage_is_portrait(stage)) {
        across = count > 2 ? 2 : 1;
    }
    int down = ((int)count + across - 1) / across;
    int width = (box.width - gap * (across - 1)) / across;
    int height = (box.height - gap / 2 * (down - 1)) / down;
    int most = stage_px(stage, CODE_MAX_U);
    most = (width < most ? width : most) + stage_px(stage, WORDS_U);
    int used = height < most ? height : most;
    // What is left over stands above and below.
    int top = box.y + (box.height - used * down - gap / 2 * (down - 1)) / 2;
    for (size_t i = 0; i < count; i++) {
        struct playlist_link link =
            playlist_link_at(stage->programme, first + i);
        int row = (int)i / across, column = (int)i % across;
        int on_row = (int)count - row * across;
        on_row = on_row < across ? on_row : across;
        int indent = (across - on_row) * (width + gap) / 2;
        struct box cell = {box.x + indent + column * (width + gap),
                           top + row * (used + gap / 2), width, used};
        struct code code;
        code_init(&code, link.link, action_of(stage, &link));
        code_draw_column(stage, &code, cell, canvas);
        code_release(&code);
    }
}
