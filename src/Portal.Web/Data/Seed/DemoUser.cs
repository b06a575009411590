using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed;

/// <summary>What there is to try on an account.</summary>
internal enum DemoState
{
    Active,
    Locked,

    /// <summary>Locked for longer than any demonstration lasts, for the accounts that it names as locked.</summary>
    LockedForLong,
    Disabled,
    MustChange,
    NoPassword,
    TemporaryPassword,
    Dormant,
    ValidityEnding,
    ValidityEnded,
    PasswordExpiring,
    PasswordExpired,
}

internal sealed record DemoUser(string LoginId, DemoPerson Person, Contract? Contract)
{
    /// <summary>Null is the tenant's first door.</summary>
    public string? Door { get; init; }

    public AccountRole Role { get; init; } = AccountRole.Member;

    public DemoState State { get; init; } = DemoState.Active;

    public string? Email { get; init; }

    public bool EmailConfirmed { get; init; } = true;

    /// <summary>Mail to it comes back.</summary>
    public bool EmailBounces { get; init; }

    public string? Keyword { get; init; }

    public string Department { get; init; } = "";

    public string Phone { get; init; } = "";

    public string? Language { get; init; }

    public bool WantsSecondFactor { get; init; }

    /// <summary>The secret of its authenticator app, in base32; null where it has none.</summary>
    public string? AppSecret { get; init; }

    public FactorFacts Factors => new(Role, MustHave: false, WantsSecondFactor, Email is not null, AppSecret is null ? 0 : 1, 0, 0);

    /// <summary>How often it signed in within the last 60 days.</summary>
    public int SignIns { get; init; } = 9;

    /// <summary>How often it locked itself out within that time, and was let in again.</summary>
    public int Lockouts { get; init; }

    public int LiveSessions { get; init; }

    public bool SignsIn => State is not (DemoState.MustChange or DemoState.NoPassword or DemoState.Dormant);
}
