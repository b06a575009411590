using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>So many wait for a hash that this request is turned away; the browser is asked to come again.</summary>
public sealed class TooBusyException : TimeoutException
{
    public TooBusyException()
        : base("Too many wait for a password hash.")
    {
    }

    public TooBusyException(string message)
        : base(message)
    {
    }

    public TooBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>
/// What somebody's act needs hashed: before its transaction, through the gate, one at a time of each who acts. A
/// manager who sends a hundred forms at once stands in a queue of its own and holds neither connection nor lock
/// meanwhile (RX-05, RX-06).
/// </summary>
public sealed class HashAhead(HashTurns turns, PasswordHashing hashing, AuditActor actor)
{
    /// <exception cref="TooBusyException">The turn did not come in time.</exception>
    public Task<string> HashAsync(string text) => RunAsync(() => hashing.Hash(text));

    /// <param name="work">Costs about one hash; more of them take turns
    /// of their own, or others would wait for all of them.</param>
    /// <exception cref="TooBusyException">The turn did not come in time.</exception>
    public async Task<T> RunAsync<T>(Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var place = await turns.EnterAsync(HashQueue.Known, $"act/{actor.Id?.ToString() ?? actor.Name}")
            ?? throw new TooBusyException();
        return work();
    }
}
