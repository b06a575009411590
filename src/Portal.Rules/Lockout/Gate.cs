namespace Portal.Rules.Lockout;

/// <summary>Whether an attempt may be evaluated at all.</summary>
public abstract record Gate
{
    private Gate()
    {
    }

    /// <summary>The password may be evaluated.</summary>
    public sealed record Open : Gate;

    /// <summary>Locked: the attempt is refused without looking at the password, and counts nothing (CG-09).</summary>
    /// <param name="Since">When the lock was set.</param>
    /// <param name="Until">When it ends by itself; null = not before it is released.</param>
    public sealed record Locked(DateTimeOffset Since, DateTimeOffset? Until) : Gate;

    /// <summary>The password is void; a live temporary password may still be evaluated.</summary>
    /// <param name="Since">When it was made void.</param>
    public sealed record Voided(DateTimeOffset Since) : Gate;
}
