# Completes `dotnet perf` and `dotnet-perf` in zsh. In ~/.zshrc, below compinit and the completion of `dotnet` itself if you have it:
#   eval "$(dotnet perf completions zsh)"

_dotnet_perf_ask() {
    if (( $+commands[dotnet-perf] )); then
        dotnet-perf "[suggest:${#1}]" "$1" 2>/dev/null
    else
        dotnet perf "[suggest:${#1}]" "$1" 2>/dev/null
    fi
}

_dotnet_perf() {
    local line="${words[1,CURRENT]}"
    if [[ $line =~ '^[[:space:]]*[^[:space:]]*dotnet(-|[[:space:]]+)perf[[:space:]](.*)$' ]]; then
        local -a found
        found=("${(@f)$(_dotnet_perf_ask "${match[2]}")}")
        compadd -- ${found:#}
    elif [[ -n $_dotnet_perf_former ]]; then
        $_dotnet_perf_former "$@"
        (( CURRENT == 2 )) && compadd -- perf
    elif (( CURRENT == 2 )); then
        compadd -- perf
    else
        _default
    fi
}

# Whoever completed `dotnet` before still does.
if [[ -n ${_comps[dotnet]} && ${_comps[dotnet]} != _dotnet_perf ]]; then
    _dotnet_perf_former=${_comps[dotnet]}
fi
compdef _dotnet_perf dotnet dotnet-perf
