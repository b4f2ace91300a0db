using MathNet.Numerics.Distributions;

namespace Perf.Tool.SelfTests;

/// <summary>How often something happened, and within which bounds the rate behind it lies (95 %, Clopper and Pearson).</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Fired">How often it happened.</param>
/// <param name="Count">How often it could have.</param>
internal sealed record Rate(SelfTestQuestion Question, int Fired, int Count)
{
    private const double Tail = 0.025;

    /// <summary>The lower bound, a share.</summary>
    public double Lower => Fired == 0 ? 0 : Beta.InvCDF(Fired, Count - Fired + 1, Tail);

    /// <summary>The upper bound, a share.</summary>
    public double Upper => Fired == Count ? 1 : Beta.InvCDF(Fired + 1, Count - Fired, 1 - Tail);

    /// <summary>The rate of a question over all promises.</summary>
    public static Rate Among(SelfTestQuestion question, IEnumerable<SelfTestAnswer> answers)
    {
        SelfTestAnswer[] asked = [.. answers.Where(answer => answer.Question == question)];
        return new Rate(question, asked.Sum(answer => answer.Fired), asked.Sum(answer => answer.Rounds));
    }
}
