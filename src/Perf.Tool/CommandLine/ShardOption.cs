using System.CommandLine;
using Perf.Runs;

namespace Perf.Tool.CommandLine;

/// <summary><c>--shard 2/3</c>: a part of the suite.</summary>
internal static class ShardOption
{
    /// <summary>Makes the option; what is no shard is an error of the command line.</summary>
    public static Option<Shard?> Create() => new("--shard")
    {
        Description = "A part of the suite: 2/3 for the second of three. A test is always in the same one.",
        HelpName = "i/n",
        CustomParser = result =>
        {
            string text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (Shard.TryParse(text, out Shard shard))
            {
                return shard;
            }

            result.AddError($"--shard is \"{text}\": {Shard.Form}");
            return null;
        },
    };
}
