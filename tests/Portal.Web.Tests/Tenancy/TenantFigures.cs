using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.SecondFactors;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Tenancy;

/// <summary>
/// The table of the five tenants and the staff realm, figure by figure, as the loaded profile has it in force.
/// </summary>
public sealed class TenantFigures
{
    private const string SecuritySymbols = "!@#$%^&*?+-=";

    [Theory]
    [InlineData("control", 8, 20, PasswordCharacters.LettersAndDigits, "", "letter digit", "current", 0, null, null)]
    [InlineData("officephone", 8, 32, PasswordCharacters.LettersDigitsAndSymbols, "", "letter digit", "current", 0, null, null)]
    [InlineData("homephone", 8, 12, PasswordCharacters.LettersAndDigits, "", "notDigitsAlone", "current", 0, null, 60)]
    [InlineData("rental", 8, 12, PasswordCharacters.LettersDigitsAndListedSymbols, ".-_", "upper lower digit", "current containingLoginId",
        0, null, null)]
    [InlineData("security", 12, 40, PasswordCharacters.LettersDigitsAndListedSymbols, SecuritySymbols, "upper lower digit symbol",
        "current loginId history", 5, 3, null)]
    [InlineData("admin", 15, 128, PasswordCharacters.Any, "", "", "current", 0, null, null)]
    public void SITE_1_Passwords(string slug, int minimum, int maximum, PasswordCharacters characters, string symbols, string requires,
        string differs, int history, int? strength, int? age)
    {
        var password = Shipped.Tenant(slug).Profile.Password;

        (password.MinimumLength, password.MaximumLength, password.Characters, password.Symbols)
            .ShouldBe((minimum, maximum, characters, symbols));
        string.Join(' ', password.Requires ?? []).ShouldBe(requires);
        string.Join(' ', password.DiffersFrom ?? []).ShouldBe(differs);
        (password.HistoryDepth, password.MinimumStrength, password.MaximumAgeDays, password.WarningDays)
            .ShouldBe((history, strength, age, 7));
        password.Refuses.ShouldNotBeNull().ShouldContain("common");
        password.Refuses!.ShouldContain("context");
    }

    [Theory]
    [InlineData("control", "abcdefg1", true)]
    [InlineData("control", "abcdef1", false)] // 7
    [InlineData("control", "abcdefghijklmnopqrs1", true)] // 20
    [InlineData("control", "abcdefghijklmnopqrst1", false)] // 21
    [InlineData("control", "abcdefgh", false)]
    [InlineData("control", "13572468", false)]
    [InlineData("control", "abcdefg-1", false)]
    [InlineData("officephone", "abcdef-1", true)]
    [InlineData("officephone", "abcdef-abcdef-abcdef-abcdef-1234", true)] // 32
    [InlineData("officephone", "abcdef-abcdef-abcdef-abcdef-12345", false)] // 33
    [InlineData("officephone", "abcdef-x", false)]
    [InlineData("homephone", "abcdefgh", true)]
    [InlineData("homephone", "13572468", false)]
    [InlineData("homephone", "abcdefgh1234", true)] // 12
    [InlineData("homephone", "abcdefgh12345", false)] // 13
    [InlineData("homephone", "abcdefg-", false)]
    [InlineData("homephone", "ａｂｃｄｅｆｇ１", false)]
    [InlineData("rental", "Abc.-_12", true)]
    [InlineData("rental", "abc.-_12", false)]
    [InlineData("rental", "ABC.-_12", false)]
    [InlineData("rental", "Abc.-_xy", false)]
    [InlineData("rental", "Abc.-_12!", false)]
    [InlineData("rental", "Abcdefghij123", false)] // 13
    [InlineData("security", "Abcdefgh12!@", true)]
    [InlineData("security", "Abcdefg12!@", false)] // 11
    [InlineData("security", "Abcdefgh1234", false)]
    [InlineData("security", "Abcdefgh12!~", false)]
    [InlineData("admin", "fifteen letters", true)]
    [InlineData("admin", "fourteen chars", false)]
    public void SITE_1_Passwords_InEffect(string slug, string candidate, bool fits) =>
        (Shipped.Tenant(slug).Passwords.Check(PasswordFacts.OfUnrelated(candidate)).Length == 0).ShouldBe(fits);

    [Fact]
    public void SITE_1_WeakPasswords_OfSecurity()
    {
        Shipped.Tenant("security").Profile.Password.Refuses!.ShouldBe(["common", "context", "dictionary", "repeated", "sequential"],
            ignoreOrder: true);
        Shipped.Tenant("security").Passwords.Check(PasswordFacts.OfUnrelated("Abcdefgh12!@") with { Strength = 2 }).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("control", 5, LockoutMode.UntilReleased, 0, "temporaryPassword manager staff")]
    [InlineData("officephone", 5, LockoutMode.Timed, 30, "reset manager staff")]
    [InlineData("homephone", 10, LockoutMode.Void, 0, "temporaryPassword")]
    [InlineData("rental", 5, LockoutMode.Timed, 30, "reset staff")]
    [InlineData("security", 5, LockoutMode.Timed, 20, "reset manager staff")]
    [InlineData("admin", 5, LockoutMode.Timed, 20, "reset staff")]
    public void SITE_1_Lockout(string slug, int limit, LockoutMode mode, int minutes, string releasedBy)
    {
        var tenant = Shipped.Tenant(slug);

        (tenant.Lockout.Limit, tenant.Lockout.Mode, tenant.Lockout.Duration).ShouldBe((limit, mode, TimeSpan.FromMinutes(minutes)));
        (tenant.Lockout.Doubles, tenant.Lockout.RepeatedGuessCountsOnce).ShouldBe((false, false));
        string.Join(' ', tenant.Profile.Lockout.ReleasedBy!).ShouldBe(releasedBy);
    }

    [Theory]
    [InlineData("control", 24, 3, true, true, true, false, "explain")]
    [InlineData("officephone", 24, 3, false, true, true, false, "lead")]
    [InlineData("homephone", 24, 3, false, false, true, true, "lead")]
    public void SITE_1_TemporaryPasswords(string slug, int hours, int tries, bool mail, bool manager, bool staff, bool phone,
        string otherPages)
    {
        var tenant = Shipped.Tenant(slug);
        var policy = tenant.TemporaryPasswords;

        (policy.Life, policy.Tries).ShouldBe((TimeSpan.FromHours(hours), tries));
        (policy.ByMail, policy.ByManager, policy.ByStaff, policy.ByPhone).ShouldBe((mail, manager, staff, phone));
        tenant.Profile.TemporaryPassword!.OtherPages.ShouldBe(otherPages);
    }

    [Theory]
    [InlineData("rental")]
    [InlineData("security")]
    [InlineData("admin")]
    public void SITE_1_TemporaryPasswords_AreNotEverywhere(string slug) => Shipped.Tenant(slug).Profile.TemporaryPassword.ShouldBeNull();

    [Theory]
    [InlineData("control", "keyword", 60, 0, "")]
    [InlineData("officephone", "link", 60, 0, "email")]
    [InlineData("rental", "link", 60, 0, "")]
    [InlineData("security", "link", 60, 24, "")]
    [InlineData("admin", "link", 30, 0, "")]
    public void SITE_1_Recovery(string slug, string method, int linkMinutes, int pauseHours, string doors)
    {
        var tenant = Shipped.Tenant(slug);
        var recovery = tenant.Profile.Recovery!;

        (recovery.Method, recovery.LinkMinutes, recovery.PauseHoursAfterReset).ShouldBe((method, linkMinutes, pauseHours));
        (tenant.Recovery.MismatchLimit, tenant.Recovery.BlockFor).ShouldBe((5, TimeSpan.FromMinutes(20)));
        string.Join(' ', recovery.Doors ?? []).ShouldBe(doors);
    }

    [Fact]
    public void SITE_1_Recovery_OfHomePhone_IsByPhoneAlone() => Shipped.Tenant("homephone").Profile.Recovery.ShouldBeNull();

    [Theory]
    [InlineData("control", SecondFactorMode.Off, "off", 30, 10, 20)]
    [InlineData("officephone", SecondFactorMode.Optional, "off", 30, 10, 5)]
    [InlineData("homephone", SecondFactorMode.Off, "off", 15, 4, 5)]
    [InlineData("rental", SecondFactorMode.Optional, "always", 30, 10, 5)]
    [InlineData("security", SecondFactorMode.Required, "newBrowser", 60, 12, 5)]
    [InlineData("admin", SecondFactorMode.Required, "newBrowser", 15, 8, 3)]
    public void SITE_1_SecondFactorNoticeAndSession(string slug, SecondFactorMode mode, string notice, int idleMinutes, int absoluteHours,
        int sessions)
    {
        var tenant = Shipped.Tenant(slug);
        var factor = tenant.Profile.SecondFactor;

        (factor.Mode, factor.CodeMinutes, factor.CodeTries).ShouldBe((mode, 10, 5));
        tenant.Profile.SignInNotice.ShouldBe(notice);
        (tenant.IdleTime, tenant.AbsoluteTime).ShouldBe((TimeSpan.FromMinutes(idleMinutes), TimeSpan.FromHours(absoluteHours)));
        (tenant.Profile.Session.PerAccount, tenant.Profile.DefaultLanguage).ShouldBe((sessions, "ja"));
    }

    [Theory]
    [InlineData("officephone", "app emailCode passkey recoveryCode", 30)]
    [InlineData("rental", "app emailCode passkey recoveryCode", 30)]
    [InlineData("security", "app emailCode passkey recoveryCode", null)]
    [InlineData("admin", "app passkey", null)]
    public void SITE_1_SecondFactorMethodsAndTrust(string slug, string methods, int? trustDays)
    {
        var factor = Shipped.Tenant(slug).Profile.SecondFactor;

        string.Join(' ', factor.Methods!).ShouldBe(methods);
        factor.TrustBrowserDays.ShouldBe(trustDays);
    }

    [Theory]
    [InlineData("control", "回線コントロール", "Line Control", "operator:LoginId")]
    [InlineData("officephone", "オフィス電話 管理者サイト", "Office Phone Administration",
        "administrator:LoginId email:Email user:LoginIdOrPhoneNumber")]
    [InlineData("homephone", "ホーム電話 設定サイト", "Home Phone Settings", "phone:PhoneNumber")]
    [InlineData("rental", "レンタル会員ご注文サイト", "Rental Member Orders", "member:LoginId+Email")]
    [InlineData("security", "セキュリティサービス カスタマーポータル", "Security Service Customer Portal", "user:LoginId")]
    public void SITE_1_NamesAndLoginSchemes(string slug, string japanese, string english, string doors)
    {
        var profile = Shipped.Tenant(slug).Profile;

        (profile.Name.In("ja"), profile.Name.In("en")).ShouldBe((japanese, english));
        string.Join(' ',
            profile.Doors.Select(door => $"{door.Key}:{door.Identifier.Kind}{(door.Second is { } second ? "+" + second.Kind : "")}"))
                .ShouldBe(doors);
    }
}
