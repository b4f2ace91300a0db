namespace Perf.Duets;

/// <summary>Decides who goes first, so that no neighbour can favour a side.</summary>
/// <param name="Toss">True or false with equal chance.</param>
public sealed record Coin(Func<bool> Toss)
{
    /// <summary>A coin of chance.</summary>
    public static Coin Fair { get; } = new(() => Random.Shared.Next(2) == 0);

    /// <summary>Does both, one after the other.</summary>
    public void InAnyOrder(Action one, Action other)
    {
        if (Toss())
        {
            one();
            other();
        }
        else
        {
            other();
            one();
        }
    }
}
