# SPDX-License-Identifier: MIT
# Completion for bash, from what the program says of itself.

_kiosk_words() {
    "${COMP_WORDS[0]}" "$@" --help 2>/dev/null
}

_kiosk() {
    local current=${COMP_WORDS[COMP_CWORD]} former=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]}
    COMPREPLY=()
    case $former in
    --language)
        mapfile -t COMPREPLY < <(compgen -W 'fr oc en es ca' -- "$current")
        return
        ;;
    --size)
        mapfile -t COMPREPLY < <(compgen -W '1920x1080 1280x720 1080x1920' \
            -- "$current")
        return
        ;;
    --now)
        mapfile -t COMPREPLY < <(compgen -W "$(date +%Y-%m-%dT%H:%M)" \
            -- "$current")
        return
        ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_kiosk_words "$command" |
            grep -o -- '--[a-z-]*' | sort -u)" -- "$current")
        return
    fi
    if [[ $COMP_CWORD -eq 1 ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_kiosk_words |
            sed -n 's/^  kiosk \[\{0,1\}\([a-z]*\).*/\1/p' | sort -u)" \
            -- "$current")
    fi
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
}

complete -o filenames -F _kiosk kiosk
