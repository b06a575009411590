using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;

namespace Portal.Rules.Tests.SignIn;

/// <summary>Sign-in facts with intent.</summary>
internal static class Facts
{
    public static readonly Gate Voided = new Gate.Voided(new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero));
    public static readonly Gate Locked = new Gate.Locked(new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero), null);

    public static readonly SignInFacts OfARightPassword = new(
        AccountExists: true,
        TenantActive: true,
        ContractActive: true,
        Disabled: false,
        ValidityEnded: false,
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
        "tenant" => facts with { TenantActive = false },
        "locked" => facts with { Gate = Locked },
        "contract" => facts with { ContractActive = false },
        "disabled" => facts with { Disabled = true },
        "validity" => facts with { ValidityEnded = true },
        _ => throw new ArgumentOutOfRangeException(nameof(barrier), barrier, null),
    };

    /// <summary>Every combination there is.</summary>
    public static IEnumerable<SignInFacts> Every() =>
        from bits in Enumerable.Range(0, 1 << 12)
        from gate in new[] { new Gate.Open(), Locked, Voided }
        from age in new PasswordAgeState[] { new PasswordAgeState.Fresh(), new PasswordAgeState.ExpiresSoon(1),
            new PasswordAgeState.Expired() }
        select new SignInFacts(
            Bit(bits, 0), Bit(bits, 1), Bit(bits, 2), Bit(bits, 3), Bit(bits, 4), gate, Bit(bits, 5), Bit(bits, 6), Bit(bits, 7),
                Bit(bits, 8), Bit(bits, 9), age, Bit(bits, 10), Bit(bits, 11));

    private static bool Bit(int bits, int index) => (bits >> index & 1) == 1;
}
