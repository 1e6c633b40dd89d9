// SPDX-License-Identifier: MIT
#include "app/command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "app/options.h"
#include "store/signature.h"

enum outcome key_command(const struct options *options)
{
    char key[SIGNATURE_KEY_TEXT_BYTES];
    if (!signature_make_key(options->output, key)) {
        fprintf(stderr, "kiosk: cannot make %s: %s\n", options->output,
                strerror(errno));
        return OUTCOME_FAILED;
    }
    // As it goes into screen.yaml.
    printf("trusted_key: %s\n", key);
    fprintf(stderr,
            "kiosk: keep %s secret; put the line above into the screen.yaml "
            "of every screen\n",
            options->output);
    return OUTCOME_DONE;
}
