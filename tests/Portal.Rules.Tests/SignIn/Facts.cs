using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Rules.Standing;

namespace Portal.Rules.Tests.SignIn;

/// <summary>Sign-in facts with intent.</summary>
internal static class Facts
{
    public static readonly Gate Voided = new Gate.Voided(new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero));
    public static readonly Gate Locked = new Gate.Locked(new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero), null);

    public static readonly SignInFacts OfARightPassword = new(
        AccountExists: true,
        AccountStanding.Good,
        new Gate.Open(),
        HasPassword: true,
        PasswordMatches: true,
        TemporaryPasswordLives: false,
        TemporaryPasswordMatches: false,
        HadDeadTemporaryPassword: false,
        new PasswordAgeState.Fresh(),
        MustChange: false,
        SecondFactorRequired: false);

    public static SignInFacts Behind(string barrier, SignInFacts facts) => barrier switch
    {
        "unknown" => facts with { AccountExists = false },
        "tenant" => facts with { Standing = AccountStanding.TenantSuspended },
        "locked" => facts with { Gate = Locked },
        "contract" => facts with { Standing = AccountStanding.ContractSuspended },
        "disabled" => facts with { Standing = AccountStanding.Disabled },
        "validity" => facts with { Standing = AccountStanding.ValidityEnded },
        _ => throw new ArgumentOutOfRangeException(nameof(barrier), barrier, null),
    };

    /// <summary>Every combination there is.</summary>
    public static IEnumerable<SignInFacts> Every() =>
        from bits in Enumerable.Range(0, 1 << 8)
        from standing in Enum.GetValues<AccountStanding>()
        from gate in new[] { new Gate.Open(), Locked, Voided }
        from age in new PasswordAgeState[] { new PasswordAgeState.Fresh(), new PasswordAgeState.ExpiresSoon(1),
            new PasswordAgeState.Expired() }
        select new SignInFacts(
            Bit(bits, 0), standing, gate, Bit(bits, 1), Bit(bits, 2), Bit(bits, 3), Bit(bits, 4), Bit(bits, 5), age, Bit(bits, 6),
                Bit(bits, 7));

    private static bool Bit(int bits, int index) => (bits >> index & 1) == 1;
}
