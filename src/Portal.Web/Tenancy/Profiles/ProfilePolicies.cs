using Portal.Rules.Cases;
using Portal.Rules.LinkedAdministrators;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.Recovery;
using Portal.Rules.SecondFactors;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Turns the words of a profile into values of the rules.</summary>
public static class ProfilePolicies
{
    public static IReadOnlyList<ResponseTarget> ResponseTargets(CaseProfile cases) => [.. (cases.Targets ?? []).Select(target =>
        new ResponseTarget(target.FirstAnswerHours, target.NextAnswerHours, target.SolutionHours, target.Kinds, target.Priority))];

    public static LockoutPolicy Lockout(LockoutProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new LockoutPolicy(
            profile.Limit,
            profile.Ends switch
            {
                LockoutEnds.Timed => LockoutMode.Timed,
                LockoutEnds.UntilReleased => LockoutMode.UntilReleased,
                LockoutEnds.Void => LockoutMode.Void,
                _ => throw new ArgumentOutOfRangeException(nameof(profile)),
            },
            TimeSpan.FromMinutes(profile.Minutes ?? 0),
            profile.Doubles,
            profile.MaximumMinutes is { } maximum ? TimeSpan.FromMinutes(maximum) : null,
            profile.RepeatedGuessCountsOnce);
    }

    public static TemporaryPasswordPolicy TemporaryPassword(TemporaryPasswordProfile? profile) =>
        profile is null
            ? new TemporaryPasswordPolicy(TimeSpan.FromHours(24), 3, false, false, false, false)
            : new TemporaryPasswordPolicy(TimeSpan.FromHours(profile.Hours), profile.Tries, profile.ByMail, profile.ByManager,
                profile.ByStaff, profile.ByPhone)
            {
                ConfirmByMail = profile.ByPhone && profile.ConfirmByMail,
            };

    public static RecoveryPolicy Recovery(RecoveryProfile? profile)
    {
        var recovery = profile ?? new RecoveryProfile("none");
        return new RecoveryPolicy(recovery.MismatchLimit, TimeSpan.FromMinutes(recovery.BlockMinutes), recovery.RequestsPerHour,
            TimeSpan.FromHours(recovery.PauseHoursAfterReset));
    }

    public static FactorPolicy SecondFactor(SecondFactorProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new FactorPolicy(profile.Mode, (profile.Methods ?? []).Select(ProfileWords.SecondFactorMethods.Of).ToHashSet());
    }

    public static ConsentPolicy? Consent(TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.LinkedAdministrators?.Consent is { } consent
            ? new ConsentPolicy(consent.MailDomain, NamedZone.Of(profile.TimeZone).StartOf(consent.AccountsBefore), consent.Version)
            : null;
    }

    public static PasswordPolicy Password(PasswordProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        List<PasswordRule> rules =
        [
            new Length(profile.MinimumLength, profile.MaximumLength),
            .. Characters(profile),
            .. (profile.Requires ?? []).Select(word => ProfileWords.Requires.Of(word)(profile)),
            .. (profile.DiffersFrom ?? []).Select(word => ProfileWords.DiffersFrom.Of(word)(profile)),
            .. (profile.Refuses ?? []).Select(word => ProfileWords.Refuses.Of(word)(profile)),
        ];
        if (profile.MinimumStrength is { } strength)
        {
            rules.Add(new MinimumStrength(strength));
        }

        return new PasswordPolicy(rules, profile.HistoryDepth, profile.MaximumAgeDays, profile.WarningDays);
    }

    private static IEnumerable<PasswordRule> Characters(PasswordProfile profile) => profile.Characters switch
    {
        PasswordCharacters.Any => [],
        PasswordCharacters.LettersAndDigits => [new AllowedCharacters("", false)],
        PasswordCharacters.LettersDigitsAndSymbols => [new AllowedCharacters(AllSymbols, false)],
        PasswordCharacters.LettersDigitsAndListedSymbols => [new AllowedCharacters(profile.Symbols, false)],
        _ => throw new ArgumentOutOfRangeException(nameof(profile)),
    };

    /// <summary>All that a keyboard has, in half width.</summary>
    internal const string AllSymbols = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
}
