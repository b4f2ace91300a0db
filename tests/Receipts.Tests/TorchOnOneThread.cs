using NUnit.Framework;
using Receipts.Model;

namespace Receipts.Tests;

/// <summary>Several threads that spin beside a busy neighbour would make the tests ten times slower.</summary>
[SetUpFixture]
public sealed class TorchOnOneThread
{
    [OneTimeSetUp]
    public void UseOneThread() => TorchThreads.UseOne();
}
