using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Tests.Features.SignIn.Gate;

/// <summary>
/// Holds every turn that a hash gate has to give, so that whoever comes has to wait, however fast the machine is.
/// </summary>
internal sealed class HeldGate : IDisposable
{
    private readonly Stack<IDisposable> turns = new();

    private HeldGate()
    {
    }

    public static async Task<HeldGate> ShutAsync(PortalApp app)
    {
        var gate = app.Services.GetRequiredService<HashGate>();
        var held = new HeldGate();
        while (held.turns.Count < Environment.ProcessorCount)
        {
            held.turns.Push((await gate.EnterAsync(new(HashQueue.Known, Guid.Empty, "", $"held/{held.turns.Count}")))!);
        }

        return held;
    }

    /// <summary>Lets through one at a time.</summary>
    public void OpenOne() => turns.Pop().Dispose();

    public void Dispose()
    {
        while (turns.TryPop(out var turn))
        {
            turn.Dispose();
        }
    }
}
