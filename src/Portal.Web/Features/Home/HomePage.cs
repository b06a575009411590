namespace Portal.Web.Features.Home;

public sealed record HomePage
{
    public required IReadOnlyList<MenuItem> Menu { get; init; }

    /// <summary>The menu is numbered and has a quick box.</summary>
    public bool Numbered { get; init; }

    /// <summary>Beside a numbered menu stands what has no number (OPER-1); signing out is in the header.</summary>
    public bool MayChangePassword { get; init; }

    public DateTimeOffset? PreviousAt { get; init; }

    public string? PreviousAddress { get; init; }

    public string? PreviousBrowser { get; init; }

    /// <summary>Failed sign-ins between the last success and this one (LOGIN-8).</summary>
    public int Failures { get; init; }

    /// <summary>Locks since then, newest first.</summary>
    public IReadOnlyList<DateTimeOffset> LockedAt { get; init; } = [];

    public int LockLimit { get; init; }

    /// <summary>Set in the last days before the password expires (PASS-4).</summary>
    public int? PasswordDaysLeft { get; init; }

    /// <summary>What recovery by mail needs is not registered (TEMP-1).</summary>
    public bool RecoveryMissing { get; init; }

    /// <summary>This user may register it itself; a child asks its parent.</summary>
    public string? RecoveryPath { get; init; }
}
