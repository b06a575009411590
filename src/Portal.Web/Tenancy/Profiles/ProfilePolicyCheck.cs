using System.Security.Cryptography;
using Portal.Rules.Delegation;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.SecondFactors;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Whether the policies of a profile can be kept and leave nobody locked out for good.</summary>
internal static class ProfilePolicyCheck
{
    private const int SecondsOfMinute = 60;
    private const int MinutesOfHour = 60;

    public static IEnumerable<ProfileProblem> Problems(TenantProfile profile) =>
        [.. Password(profile.Password), .. PasswordWords(profile.Password), .. Lockout(profile), .. Temporary(profile.TemporaryPassword),
            .. Recovery(profile), .. SecondFactor(profile.SecondFactor), .. Sessions(profile), .. Cases(profile.Cases),
            .. profile.Approval.Problems()];

    private static IEnumerable<ProfileProblem> Cases(CaseProfile cases)
    {
        const double Year = 24 * 365;
        if (cases.CloseAfterDays is < 1 or > 365)
        {
            yield return new("cases.closeAfterDays", "Days", 1, 365);
        }

        if (cases.Desk is { } desk && (desk.Days.Count == 0 || desk.Span() is null))
        {
            yield return new("cases.desk", "Desk");
        }

        if ((cases.Targets ?? []).Any(target => target is null
            || new[] { target.FirstAnswerHours, target.NextAnswerHours, target.SolutionHours }
            .Any(hours => hours is not (> 0 and <= Year))))
        {
            yield return new("cases.targets", "TargetHours");
        }
    }

    private static IEnumerable<ProfileProblem> PasswordWords(PasswordProfile password) =>
    [
        .. ProfileWords.Requires.Unknown(password.Requires),
        .. ProfileWords.DiffersFrom.Unknown(password.DiffersFrom),
        .. ProfileWords.Refuses.Unknown(password.Refuses),
    ];

    private static IEnumerable<ProfileProblem> Password(PasswordProfile password)
    {
        if (password.MinimumLength < 4 || password.MaximumLength < password.MinimumLength || password.MaximumLength > 256)
        {
            yield return new("password.minimumLength", "PasswordLength");
        }

        if (password.HistoryDepth is < 0 or > 24 || (password.HistoryDepth > 0) != (password.DiffersFrom ?? []).Contains("history"))
        {
            yield return new("password.historyDepth", "HistoryDepth");
        }

        if (password.MinimumStrength is < 0 or > 4)
        {
            yield return new("password.minimumStrength", "Range", 0, 4);
        }

        if (password.MaximumAgeDays is < 1 || password.WarningDays < 0)
        {
            yield return new("password.maximumAgeDays", "PasswordAge");
        }
    }

    /// <summary>
    /// A lock that time does not end, and that nobody of those named can release (ADMIN-3); nobody but managers is not
    /// enough: a contract may have one alone, and its lock would be for good.
    /// </summary>
    public static IEnumerable<ProfileProblem> Unreleased(TenantProfile profile) =>
        profile.Lockout is not { Ends: not LockoutEnds.Timed, ReleasedBy: { Count: > 0 } named } ? []
        : named.Any(who => Releases(profile, who)) ? []
        : named.Any(who => ManagersRelease(profile, who)) ? [new("lockout.releasedBy", "LockOfManagers")]
        : [new("lockout.releasedBy", "LockUnreleasable")];

    /// <summary>
    /// Temporary passwords said to be emailed, where no page asks for one, or set by phone, where no number signs in
    /// (ADMIN-3, TEMP-1, CALL-1).
    /// </summary>
    public static IEnumerable<ProfileProblem> Unasked(TenantProfile profile)
    {
        if (profile.TemporaryPassword is { ByMail: true } && !IsEmailed(profile))
        {
            yield return new("temporaryPassword.byMail", "TemporaryByMail");
        }

        if (profile.TemporaryPassword is { ByPhone: true }
            && !profile.Doors.Any(door => door.Identifier.Kind == IdentifierKind.PhoneNumber))
        {
            yield return new("temporaryPassword.byPhone", "TemporaryByPhone");
        }
    }

    /// <summary>
    /// Rules that no password keeps together: nobody could set one, and none could be issued (ADMIN-3, TEMP-4).
    /// </summary>
    public static IEnumerable<ProfileProblem> Unkept(PasswordProfile password) =>
        password.MaximumLength < new MinimumStrength(password.MinimumStrength ?? 0).LeastLength
            || TemporaryPasswordGenerator.TryGenerate(ProfilePolicies.Password(password), RandomNumberGenerator.GetInt32) is null
            ? [new("password.maximumLength", "Unkeepable")]
            : [];

    /// <summary>Symbols that are none, are listed twice, or are to be listed and are not (ADMIN-3).</summary>
    public static IEnumerable<ProfileProblem> Unlisted(PasswordProfile password) =>
        password.Symbols.Distinct().Count() != password.Symbols.Length || password.Symbols.Except(ProfilePolicies.AllSymbols).Any()
            || password is { Characters: PasswordCharacters.LettersDigitsAndListedSymbols, Symbols.Length: 0 }
            ? [new("password.symbols", "Symbols")]
            : [];

    /// <summary>Two figures of which one leaves the other without effect (ADMIN-3).</summary>
    public static IEnumerable<ProfileProblem> Unreachable(TenantProfile profile)
    {
        var (lockout, password, factor, session) = (profile.Lockout, profile.Password, profile.SecondFactor, profile.Session);
        if (lockout is { Ends: LockoutEnds.Timed, Doubles: true } && lockout.MaximumMinutes < lockout.Minutes)
        {
            yield return new("lockout.maximumMinutes", "LockMaximum");
        }

        if (password.WarningDays >= password.MaximumAgeDays)
        {
            yield return new("password.warningDays", "WarningTooEarly");
        }

        if (factor.ResendSeconds > factor.CodeMinutes * SecondsOfMinute)
        {
            yield return new("secondFactor.resendSeconds", "ResendTooLate");
        }

        if (session.IdleMinutes > session.AbsoluteHours * MinutesOfHour)
        {
            yield return new("session.idleMinutes", "IdleBeyondEnd");
        }
    }

    // A void password cannot be released: only another one lets somebody in again (LOCK-3).
    private static bool Releases(TenantProfile profile, string who) => who switch
    {
        "temporaryPassword" => profile.TemporaryPassword is { ByStaff: true } or { ByPhone: true } || IsEmailed(profile),
        "reset" => profile.Recovery is { Method: RecoveryProfile.ByLink } recovery
            && profile.Doors.All(door => recovery.Doors?.Contains(door.Key) ?? true),
        "staff" => profile.Lockout.Ends != LockoutEnds.Void,
        _ => false,
    };

    private static bool ManagersRelease(TenantProfile profile, string who) => who switch
    {
        "temporaryPassword" => profile.TemporaryPassword is { ByManager: true },
        "manager" => profile.Lockout.Ends != LockoutEnds.Void && profile.Operators is { EveryUser: false } operators
            && (operators.Acts?.Contains(DelegatedAct.ReleaseLockout) ?? true),
        _ => false,
    };

    private static bool IsEmailed(TenantProfile profile) =>
        profile is { TemporaryPassword.ByMail: true, Recovery.Method: RecoveryProfile.ByKeyword };

    private static IEnumerable<ProfileProblem> Lockout(TenantProfile profile)
    {
        var lockout = profile.Lockout;
        if (lockout.Limit is < 1 or > 100)
        {
            yield return new("lockout.limit", "LockLimit", 1, 100);
        }

        if ((lockout.Ends == LockoutEnds.Timed) != (lockout.Minutes is > 0))
        {
            yield return new("lockout.minutes", "LockMinutes");
        }

        if (lockout.Ends != LockoutEnds.Timed && lockout.ReleasedBy is not { Count: > 0 })
        {
            yield return new("lockout.releasedBy", "LockReleased");
        }

        if (lockout.ReleasedBy?.Contains("temporaryPassword") == true && profile.TemporaryPassword is null)
        {
            yield return new("lockout.releasedBy", "NoTemporaryPassword");
        }

        foreach (var problem in ProfileProblem.UnknownWords("lockout.releasedBy", lockout.ReleasedBy, ProfileWords.Releasers))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ProfileProblem> Temporary(TemporaryPasswordProfile? temporary)
    {
        if (temporary is null)
        {
            return [];
        }

        return temporary.Hours is < 1 or > 168 || temporary.Tries is < 1 or > 10
            ? [new("temporaryPassword.hours", "TemporaryPassword")]
            : ProfileProblem.UnknownWords("temporaryPassword.otherPages", [temporary.OtherPages], ProfileWords.OtherPages);
    }

    private static IEnumerable<ProfileProblem> Recovery(TenantProfile profile)
    {
        if (profile.Recovery is not { } recovery)
        {
            return [];
        }

        if (recovery.Method == RecoveryProfile.ByKeyword && profile.TemporaryPassword is not { ByMail: true })
        {
            return [new("recovery.method", "RecoveryKeyword")];
        }

        if (recovery.MismatchLimit < 1 || recovery.BlockMinutes < 1 || recovery.RequestsPerHour < 1 || recovery.LinkMinutes is < 5 or > 1440
            || recovery.PauseHoursAfterReset < 0)
        {
            return [new("recovery", "RecoveryNumbers")];
        }

        return
        [
            .. ProfileProblem.UnknownWords("recovery.method", [recovery.Method], ProfileWords.RecoveryMethods),
            .. ProfileProblem.UnknownWords("recovery.doors", recovery.Doors, [.. profile.Doors.Select(door => door.Key)]),
        ];
    }

    private static IEnumerable<ProfileProblem> SecondFactor(SecondFactorProfile factor)
    {
        if (factor.Mode != SecondFactorMode.Off && factor.Methods is not { Count: > 0 })
        {
            yield return new("secondFactor.methods", "FactorMethods");
        }

        if (factor.Mode != SecondFactorMode.Off && factor.Methods is ["recoveryCode"])
        {
            yield return new("secondFactor.methods", "FactorRecoveryCode");
        }

        if (factor.TrustBrowserDays is < 1 or > 30)
        {
            yield return new("secondFactor.trustBrowserDays", "FactorTrust");
        }

        if (factor.CodeMinutes is < 1 or > 15 || factor.CodeTries is < 1 or > 10 || factor.ResendSeconds < 0 || factor.CodesPerHour < 1
            || factor.FailuresPerHour < 1)
        {
            yield return new("secondFactor", "FactorCodes");
        }

        foreach (var problem in ProfileWords.SecondFactorMethods.Unknown(factor.Methods))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ProfileProblem> Sessions(TenantProfile profile)
    {
        if (profile.HistoryDays is < 30 or > 3650)
        {
            yield return new("historyDays", "Days", 30, 3650);
        }

        if (profile.Files is { LargestMegabytes: < 1 or > 20 } or { Most: < 1 or > 10 } or { RoomMegabytes: < 1 } or { Kinds.Count: 0 })
        {
            yield return new("files", "Files");
        }

        if (profile.Session.IdleMinutes is < 1 or > 1440 || profile.Session.AbsoluteHours is < 1 or > 24 || profile.Session.PerAccount < 1)
        {
            yield return new("session", "Session");
        }

        foreach (var problem in ProfileProblem.UnknownWords("emailChange.start", [profile.EmailChange.Start],
            ProfileWords.EmailChangeStarts))
        {
            yield return problem;
        }

        foreach (var problem in ProfileProblem.UnknownWords("signInNotice", [profile.SignInNotice], ProfileWords.SignInNotices))
        {
            yield return problem;
        }
    }
}
