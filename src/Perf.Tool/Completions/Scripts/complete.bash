# Completes `dotnet perf` and `dotnet-perf` in bash. In ~/.bashrc, below the completion of `dotnet` itself if you have it:
#   eval "$(dotnet perf completions bash)"

_dotnet_perf_ask() {
    if command -v dotnet-perf >/dev/null 2>&1; then
        dotnet-perf "[suggest:${#1}]" "$1" 2>/dev/null
    else
        dotnet perf "[suggest:${#1}]" "$1" 2>/dev/null
    fi
}

_dotnet_perf_words() {
    local word=${1##*[[:space:]]} found
    COMPREPLY=()
    while IFS= read -r found; do
        found=${found%$'\r'}
        if [[ -n $found && $found == "$word"* ]]; then
            # What readline takes for a separator is on the line already.
            local kept=$found
            [[ $word == *[:=]* ]] && kept=${found#"${word%"${word##*[:=]}"}"}
            COMPREPLY+=("$(printf '%q' "$kept")")
        fi
    done < <(_dotnet_perf_ask "$1")
}

_dotnet_perf() {
    local line=${COMP_LINE:0:COMP_POINT}
    if [[ $line =~ ^[[:space:]]*[^[:space:]]*dotnet(-|[[:space:]]+)perf(\.exe)?[[:space:]]+(.*)$ ]]; then
        _dotnet_perf_words "${BASH_REMATCH[3]}"
    elif [[ -n $_dotnet_perf_former ]]; then
        "$_dotnet_perf_former" "$@"
        [[ $COMP_CWORD -eq 1 && perf == "$2"* ]] && COMPREPLY+=(perf)
    elif [[ $COMP_CWORD -eq 1 && perf == "$2"* ]]; then
        COMPREPLY=(perf)
    fi
    return 0
}

# Whoever completed `dotnet` before still does.
if [[ $(complete -p dotnet 2>/dev/null) =~ -F[[:space:]]+([^[:space:]]+) && ${BASH_REMATCH[1]} != _dotnet_perf ]]; then
    _dotnet_perf_former=${BASH_REMATCH[1]}
fi
complete -o default -F _dotnet_perf dotnet dotnet-perf
