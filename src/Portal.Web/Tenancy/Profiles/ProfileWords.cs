namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// The words a profile may choose from where its value is a word; an unknown one is refused rather than ignored.
/// </summary>
internal static class ProfileWords
{
    /// <summary>What a tenant can have; each stands for pages that exist.</summary>
    public static readonly string[] Features =
        [TenantFeatures.Menu, TenantFeatures.Lines, TenantFeatures.Operators, TenantFeatures.Password, TenantFeatures.Help];

    public static readonly string[] Columns =
        ["id", "name", "email", "department", "phone", "holder", "state", "lastSignIn", "sessions", "validUntil", "updated"];

    public static readonly string[] Fields =
        ["name", "kana", "email", "department", "title", "phone", "mobilePhone", "language", "timeZone", "keyword", "validUntil"];

    public static readonly string[] SecondFactorMethods = ["app", "emailCode", "passkey", "recoveryCode"];

    public static readonly string[] Releasers = ["temporaryPassword", "reset", "manager", "staff"];

    public static readonly string[] RecoveryMethods = ["keyword", "link"];

    public static readonly string[] OtherPages = ["explain", "lead"];

    public static readonly string[] EmailChangeStarts = [EmailChangeProfile.ByProof, EmailChangeProfile.ByOldAddress];

    public static readonly string[] Tones = ["console", BrandProfile.Standard, "consumer"];

    public static readonly string[] SignInNotices = ["off", "newBrowser", "always"];
}
