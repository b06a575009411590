using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.SecondFactors;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// The words a profile may choose from where its value is a word; an unknown one is refused rather than ignored.
/// </summary>
internal static class ProfileWords
{
    /// <summary>What a tenant can have; each stands for pages that exist.</summary>
    public static readonly string[] Features =
        [TenantFeatures.Menu, TenantFeatures.Lines, TenantFeatures.AuthenticationUnits, TenantFeatures.OptionServices,
            TenantFeatures.Cases, TenantFeatures.Orders, TenantFeatures.Points, TenantFeatures.Contracts, TenantFeatures.Operators,
            TenantFeatures.Password, TenantFeatures.LinkedAdministrators, TenantFeatures.Announcements, TenantFeatures.Knowledge,
            TenantFeatures.WorkRequests, TenantFeatures.Search, TenantFeatures.Help];

    public static readonly string[] Columns =
        ["id", "name", "email", "department", "phone", "holder", "state", "lastSignIn", "sessions", "validUntil", "updated"];

    public static readonly string[] Fields =
        ["name", "kana", "email", "department", "title", "phone", "mobilePhone", "language", "timeZone", "keyword", "validUntil"];

    public static readonly WordTable<FactorMethod> SecondFactorMethods = new("secondFactor.methods",
        ("app", FactorMethod.App),
        ("emailCode", FactorMethod.EmailCode),
        ("passkey", FactorMethod.Passkey),
        ("recoveryCode", FactorMethod.RecoveryCode));

    /// <summary>What a password must have.</summary>
    public static readonly WordTable<Func<PasswordProfile, PasswordRule>> Requires = new("password.requires",
        ("letter", _ => new RequiresLetter()),
        ("upper", _ => new RequiresUpper()),
        ("lower", _ => new RequiresLower()),
        ("digit", _ => new RequiresDigit()),
        ("symbol", profile => new RequiresSymbolOf(profile.Symbols)),
        ("notDigitsAlone", _ => new NotDigitsAlone()));

    /// <summary>What of the account's own a password must not be.</summary>
    public static readonly WordTable<Func<PasswordProfile, PasswordRule>> DiffersFrom = new("password.differsFrom",
        ("current", _ => new NotCurrent()),
        ("loginId", _ => new NotLoginId()),
        ("containingLoginId", _ => new NotContainingLoginId()),
        ("history", profile => new NotInHistory(profile.HistoryDepth)));

    /// <summary>What anybody would try first.</summary>
    public static readonly WordTable<Func<PasswordProfile, PasswordRule>> Refuses = new("password.refuses",
        ("common", _ => new NotCommon()),
        ("context", _ => new NotContextWord()),
        ("dictionary", _ => new NotDictionaryAlone()),
        ("repeated", _ => new NotRepeated()),
        ("sequential", _ => new NotSequential()));

    public static readonly string[] Releasers = ["temporaryPassword", "reset", "manager", "staff"];

    public static readonly string[] RecoveryMethods = [RecoveryProfile.ByKeyword, RecoveryProfile.ByLink];

    public static readonly string[] OtherPages = ["explain", "lead"];

    public static readonly string[] EmailChangeStarts = [EmailChangeProfile.ByProof, EmailChangeProfile.ByOldAddress];

    public static readonly string[] Tones = ["console", BrandProfile.Standard, "consumer"];

    public static readonly string[] SignInNotices = [SignInNotice.Off, SignInNotice.NewBrowser, SignInNotice.Always];
}
