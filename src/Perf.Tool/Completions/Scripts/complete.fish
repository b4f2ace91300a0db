# Completes `dotnet perf` and `dotnet-perf` in fish. In ~/.config/fish/config.fish:
#   dotnet perf completions fish | source
# Completions of fish add up: whoever completes `dotnet` besides still does.

function __dotnet_perf_complete
    set -l line (string replace -r '^\s*\S*dotnet(-|\s+)perf\s+' '' -- (commandline -cp))
    if command -q dotnet-perf
        dotnet-perf "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
    else
        dotnet perf "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
    end
end

function __dotnet_perf_is_asked
    string match -qr '^\s*\S*dotnet\s+perf\s' -- (commandline -cp)
end

complete -c dotnet -n __fish_use_subcommand -a perf -d 'Performance SLOs'
complete -c dotnet -n __dotnet_perf_is_asked -f -a '(__dotnet_perf_complete)'
complete -c dotnet-perf -f -a '(__dotnet_perf_complete)'
